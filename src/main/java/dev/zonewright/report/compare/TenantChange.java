package dev.zonewright.report.compare;

import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RowLevel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tenant that one of two versions does not have: none of its rows has moved, but its risk is
 * there, or is not there any more.
 *
 * @param isNew whether the version after has it, else the one before
 * @param levels how many of its rows are at each level, the worst first
 */
public record TenantChange(String tenant, boolean isNew, Map<ResidualLevel, Integer> levels) {
  /** Those that come, then those that go; none where a side does not hold the risk. */
  static List<TenantChange> of(Side before, Side after) {
    if (!before.holdsRisk() || !after.holdsRisk()) {
      return List.of();
    }
    Map<String, Map<ResidualLevel, Integer>> was = byTenant(before);
    Map<String, Map<ResidualLevel, Integer>> is = byTenant(after);
    List<TenantChange> out = new ArrayList<>();
    is.forEach((tenant, levels) -> {
      if (!was.containsKey(tenant)) {
        out.add(new TenantChange(tenant, true, levels));
      }
    });
    was.forEach((tenant, levels) -> {
      if (!is.containsKey(tenant)) {
        out.add(new TenantChange(tenant, false, levels));
      }
    });
    return out;
  }

  private static Map<String, Map<ResidualLevel, Integer>> byTenant(Side side) {
    Map<String, Map<ResidualLevel, Integer>> out = new LinkedHashMap<>();
    for (RowLevel row : side.levels()) {
      out.computeIfAbsent(row.tenant(), _ -> new EnumMap<>(ResidualLevel.class))
          .merge(row.level(), 1, Integer::sum);
    }
    return out;
  }

  /** “new tenant: rows 5 open, 3 reduced”. */
  public String words() {
    List<String> counts = new ArrayList<>();
    levels.forEach((level, count) -> counts.add(count + " " + level.word()));
    return "%s: rows %s"
        .formatted(isNew ? "new tenant" : "tenant removed", String.join(", ", counts));
  }
}
