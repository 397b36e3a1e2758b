package dev.zonewright.ui.risk;

import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * All that the rows of a tenant's residual risk show. Most edits move places and change nothing
 * else; then the nodes stay, and their links follow.
 *
 * @param was the level that each row had before it moved, in the order of the rows
 * @param tenants how many tenants are opened
 */
record RiskShown(
    TenantRisk risk,
    List<Optional<ResidualLevel>> was,
    List<CoTenant> coTenants,
    int tenants,
    List<RunsOn> runsOn,
    boolean openOnly) {
  static RiskShown of(RiskModel model, TenantRisk risk) {
    return new RiskShown(
        risk,
        risk.rows().stream().map(model::movedFrom).toList(),
        model.coTenants(),
        model.tenants().size(),
        model.runsOn(),
        model.openOnlyProperty().get());
  }

  /**
   * Where the places of this stand in another that says the same; empty where it says anything
   * else.
   */
  Optional<Map<Place, Place>> movedTo(RiskShown now) {
    Moves moves = new Moves();
    boolean same =
        openOnly == now.openOnly
            && tenants == now.tenants
            && was.equals(now.was)
            && saysTheSame(risk, now.risk)
            && all(risk.sections(), now.sections(), moves::ofSection)
            && all(coTenants, now.coTenants, moves::ofCoTenant)
            && all(runsOn, now.runsOn, moves::ofRunsOn);
    return same ? Optional.of(moves.places) : Optional.empty();
  }

  private List<TenantRisk.Section> sections() {
    return risk.sections();
  }

  private static boolean saysTheSame(TenantRisk one, TenantRisk other) {
    return one.tenant().equals(other.tenant())
        && one.level() == other.level()
        && one.verdict().equals(other.verdict())
        && one.rule().equals(other.rule())
        && one.workloads() == other.workloads()
        && one.inZone() == other.inZone();
  }

  private static <T> boolean all(List<T> before, List<T> now, BiPredicate<T, T> same) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!same.test(before.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Compares pair by pair, and gathers where each place went. */
  private static final class Moves {
    private final Map<Place, Place> places = new HashMap<>();

    boolean ofSection(TenantRisk.Section one, TenantRisk.Section other) {
      return one.title().equals(other.title()) && all(one.rows(), other.rows(), this::ofRow);
    }

    private boolean ofRow(RiskRow one, RiskRow other) {
      return one.id().equals(other.id())
          && one.title().equals(other.title())
          && one.level() == other.level()
          && one.why().equals(other.why())
          && all(one.evidence(), other.evidence(), this::ofEvidence);
    }

    private boolean ofEvidence(Evidence one, Evidence other) {
      return one.state() == other.state()
          && one.text().equals(other.text())
          && one.place().isPresent() == other.place().isPresent()
          && (one.place().isEmpty() || ofPlace(one.place().get(), other.place().get()));
    }

    boolean ofCoTenant(CoTenant one, CoTenant other) {
      return one.tenant().equals(other.tenant())
          && one.other().equals(other.other())
          && one.finding().equals(other.finding())
          && ofEnd(one.own(), other.own())
          && ofEnd(one.theirs(), other.theirs());
    }

    private boolean ofEnd(CoTenant.End one, CoTenant.End other) {
      return one.object().equals(other.object())
          && one.zone() == other.zone()
          && ofPlace(one.place(), other.place());
    }

    boolean ofRunsOn(RunsOn one, RunsOn other) {
      return one.kind().equals(other.kind())
          && one.name().equals(other.name())
          && one.zone() == other.zone()
          && one.runtimeClass().equals(other.runtimeClass())
          && one.selectors().equals(other.selectors())
          && one.tolerations().equals(other.tolerations())
          && ofPlace(one.place(), other.place());
    }

    /** One place that became two cannot be followed. */
    private boolean ofPlace(Place one, Place other) {
      Place known = places.put(one, other);
      return one.file().equals(other.file()) && (known == null || known.equals(other));
    }
  }
}
