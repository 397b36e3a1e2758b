package dev.zonewright.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the residual risk before and after a change of the manifests. */
public final class RiskChanges {
  private RiskChanges() {}

  /** The row of a tenant. */
  private record Key(String tenant, String row) {
    static Key of(RowLevel level) {
      return new Key(level.tenant(), level.row());
    }
  }

  /**
   * The rows that are there before and after at different levels, in the order of {@code after}. A
   * tenant or a row that comes or goes has not moved.
   */
  public static List<RiskChange> between(List<TenantRisk> before, List<TenantRisk> after) {
    return since(RowLevel.of(before), after);
  }

  /** The same, where no more than the levels are known of before. */
  public static List<RiskChange> since(List<RowLevel> before, List<TenantRisk> after) {
    Map<Key, String> titles = new HashMap<>();
    for (TenantRisk tenant : after) {
      tenant.rows().forEach(r -> titles.put(new Key(tenant.tenant(), r.id()), r.title()));
    }
    return changes(before, RowLevel.of(after), titles);
  }

  /** The same, where no more than the levels are known of either. */
  public static List<RiskChange> ofLevels(List<RowLevel> before, List<RowLevel> after) {
    return changes(before, after, Map.of());
  }

  private static List<RiskChange> changes(
      List<RowLevel> before, List<RowLevel> after, Map<Key, String> titles) {
    Map<Key, ResidualLevel> old = new HashMap<>();
    before.forEach(row -> old.put(Key.of(row), row.level()));
    List<RiskChange> out = new ArrayList<>();
    for (RowLevel row : after) {
      ResidualLevel was = old.get(Key.of(row));
      if (was != null && was != row.level()) {
        String title = titles.getOrDefault(Key.of(row), RowTitles.of(row.row()));
        out.add(new RiskChange(row.tenant(), row.row(), title, was, row.level()));
      }
    }
    return List.copyOf(out);
  }
}
