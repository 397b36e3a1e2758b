package dev.zonewright.ui.review.overview;

import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.RowLevel;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.ui.Counts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row of the heat table: one risk, for all tenants.
 *
 * @param group the heading that it belongs under
 * @param cell what a tenant has of it; empty where it does not concern the tenant
 */
record HeatRow(
    String group, String id, String title, Function<TenantRisk, Optional<RiskRow>> cell) {
  /** The row that sums up the risks of agents. */
  static final String AGENTS = "agents";

  private static final String SHARED = "What tenants still share";
  private static final String OPERATOR = "What the operator must isolate";

  /** The rows that some tenants have, in the order of the risk panel. */
  static List<HeatRow> of(List<TenantRisk> tenants) {
    List<HeatRow> out = new ArrayList<>();
    if (!tenants.isEmpty()) {
      TenantRisk any = tenants.getFirst();
      any.sharedResources().forEach(r -> out.add(row(SHARED, r, TenantRisk::sharedResources)));
      any.operator().forEach(r -> out.add(row(OPERATOR, r, TenantRisk::operator)));
      out.add(new HeatRow("Agents", AGENTS, "Seven agent risks", HeatRow::agents));
    }
    return out;
  }

  private static HeatRow row(String group, RiskRow like, Function<TenantRisk, List<RiskRow>> rows) {
    return new HeatRow(
        group,
        like.id(),
        like.title(),
        tenant -> rows.apply(tenant).stream().filter(r -> r.id().equals(like.id())).findFirst());
  }

  private static Optional<RiskRow> agents(TenantRisk tenant) {
    if (tenant.agents().isEmpty()) {
      return Optional.empty();
    }
    ResidualLevel worst =
        tenant.agents().stream().map(RiskRow::level).min(ResidualLevel::compareTo).orElseThrow();
    long open = tenant.agents().stream().filter(r -> r.level() == worst).count();
    List<Evidence> evidence =
        tenant.agents().stream().flatMap(r -> r.evidence().stream()).distinct().toList();
    return Optional.of(
        new RiskRow(
            AGENTS,
            "Seven agent risks",
            worst,
            "%,d of %,d %s".formatted(open, tenant.agents().size(), worst.word()),
            evidence));
  }

  /** The tenants of which the row of all agent risks is at another level than before. */
  static List<RiskChange> agentsMoved(List<RowLevel> before, List<TenantRisk> after) {
    Map<String, Map<String, ResidualLevel>> old = new HashMap<>();
    before.forEach(
        r -> old.computeIfAbsent(r.tenant(), _ -> new HashMap<>()).put(r.row(), r.level()));
    List<RiskChange> out = new ArrayList<>();
    for (TenantRisk tenant : after) {
      Map<String, ResidualLevel> levels = old.getOrDefault(tenant.tenant(), Map.of());
      Optional<ResidualLevel> was =
          tenant.agents().stream()
              .flatMap(r -> Optional.ofNullable(levels.get(r.id())).stream())
              .min(ResidualLevel::compareTo);
      Optional<RiskRow> now = agents(tenant);
      if (was.isPresent() && now.isPresent() && was.get() != now.get().level()) {
        out.add(
            new RiskChange(
                tenant.tenant(), AGENTS, now.get().title(), was.get(), now.get().level()));
      }
    }
    return out;
  }

  /** Its name where a column is as narrow as a mark. */
  String shortTitle() {
    return switch (id) {
      case "dom0-kernel" -> "dom0 kernel";
      case "physical-hardware" -> "Hard-\nware";
      case "network-fabric" -> "CNI";
      case "node-kubelet" -> "Node kubelet";
      case "operator-network" -> "Net-\nwork";
      case "operator-api" -> "Kube\nAPI";
      case "operator-secrets" -> "Secrets";
      case "operator-node" -> "Node access";
      case "operator-limits" -> "Limits";
      case AGENTS -> "Agents";
      default -> title;
    };
  }

  /** The count of what decided a level, in words: “4 exposures”. */
  static String deciding(RiskRow row) {
    if (row.id().equals(AGENTS)) {
      return row.why();
    }
    return switch (row.level()) {
      case OPEN -> Counts.say(count(row, Evidence.State.EXPOSURE), "exposure", "exposures");
      case REDUCED -> {
        int missing = count(row, Evidence.State.MISSING);
        yield missing > 0 ? missing + " missing" : notVisible(row);
      }
      case CONTROLLED -> {
        int in = count(row, Evidence.State.IN_PLACE) + count(row, Evidence.State.ATTESTED);
        yield in + " in place";
      }
      case UNDETERMINED -> {
        int unknown = count(row, Evidence.State.UNDETERMINED);
        yield unknown > 0 ? unknown + " not known" : notVisible(row);
      }
      case NOT_ASSESSED -> "";
    };
  }

  private static String notVisible(RiskRow row) {
    return count(row, Evidence.State.NOT_VISIBLE) + " not visible";
  }

  private static int count(RiskRow row, Evidence.State state) {
    return (int) row.evidence().stream().filter(e -> e.state() == state).count();
  }
}
