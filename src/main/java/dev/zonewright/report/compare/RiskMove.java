package dev.zonewright.report.compare;

import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the residual risk at another level, with what moved it.
 *
 * @param why the evidence that came, or the evidence that went; empty where neither is known
 * @param place where the evidence stands now
 */
public record RiskMove(RiskChange change, String why, Optional<Place> place) {
  private static final List<State> AGAINST =
      List.of(State.EXPOSURE, State.MISSING, State.UNDETERMINED);
  private static final List<State> FOR = List.of(State.IN_PLACE, State.ATTESTED);

  private record Told(State state, String text) {
    static Told of(Evidence evidence) {
      return new Told(evidence.state(), evidence.text());
    }
  }

  static List<RiskMove> of(Side before, Side after, List<RiskChange> changes) {
    return changes.stream().map(change -> of(before, after, change)).toList();
  }

  private static RiskMove of(Side before, Side after, RiskChange change) {
    List<Evidence> was = evidence(before, change);
    List<Evidence> is = evidence(after, change);
    Optional<Evidence> came = first(is, was, change.isBetter() ? FOR : AGAINST);
    if (came.isPresent()) {
      return new RiskMove(change, came.get().text(), came.get().place());
    }
    if (was.isEmpty() || is.isEmpty()) {
      return new RiskMove(change, "", Optional.empty());
    }
    return first(was, is, change.isBetter() ? AGAINST : FOR)
        .map(e -> new RiskMove(change, "no more: " + e.text(), Optional.empty()))
        .orElseGet(() -> new RiskMove(change, "", Optional.empty()));
  }

  /** What one version shows and the other does not, the strongest first. */
  private static Optional<Evidence> first(
      List<Evidence> of, List<Evidence> without, List<State> states) {
    Set<Told> other = new HashSet<>();
    without.forEach(e -> other.add(Told.of(e)));
    return states.stream()
        .flatMap(s -> of.stream().filter(e -> e.state() == s))
        .filter(e -> !other.contains(Told.of(e)))
        .findFirst();
  }

  private static List<Evidence> evidence(Side side, RiskChange change) {
    return side.risks().stream()
        .filter(t -> t.tenant().equals(change.tenant()))
        .map(TenantRisk::rows)
        .flatMap(List::stream)
        .filter(r -> r.id().equals(change.row()))
        .findFirst()
        .map(RiskRow::evidence)
        .orElse(List.of());
  }
}
