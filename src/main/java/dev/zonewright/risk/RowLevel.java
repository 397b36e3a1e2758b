package dev.zonewright.risk;

import java.util.List;

/**
 * The level of one row of a tenant, which is all that is kept of it to compare with later.
 *
 * @param row the id of the row
 */
public record RowLevel(String tenant, String row, ResidualLevel level) {
  /** Those of all rows, in their order. */
  public static List<RowLevel> of(List<TenantRisk> tenants) {
    return tenants.stream()
        .flatMap(t -> t.rows().stream().map(r -> new RowLevel(t.tenant(), r.id(), r.level())))
        .toList();
  }
}
