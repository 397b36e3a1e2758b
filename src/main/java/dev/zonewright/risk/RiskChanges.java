package dev.zonewright.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the residual risk before and after a change of the manifests. */
public final class RiskChanges {
  private RiskChanges() {}

  /** The row of a tenant. */
  private record Key(String tenant, String row) {}

  /**
   * The rows that are there before and after at different levels, in the order of {@code after}. A
   * tenant or a row that comes or goes has not moved.
   */
  public static List<RiskChange> between(List<TenantRisk> before, List<TenantRisk> after) {
    return since(RowLevel.of(before), after);
  }

  /** The same, where no more than the levels are known of before. */
  public static List<RiskChange> since(List<RowLevel> before, List<TenantRisk> after) {
    Map<Key, ResidualLevel> old = new HashMap<>();
    before.forEach(row -> old.put(new Key(row.tenant(), row.row()), row.level()));
    List<RiskChange> out = new ArrayList<>();
    for (TenantRisk tenant : after) {
      for (RiskRow row : tenant.rows()) {
        ResidualLevel was = old.get(new Key(tenant.tenant(), row.id()));
        if (was != null && was != row.level()) {
          out.add(new RiskChange(tenant.tenant(), row.id(), row.title(), was, row.level()));
        }
      }
    }
    return List.copyOf(out);
  }
}
