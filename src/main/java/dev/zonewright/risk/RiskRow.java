package dev.zonewright.risk;

import java.util.List;

/**
 * One risk of a tenant.
 *
 * @param id stays the same between analyses: {@code dom0-kernel}
 * @param title as people say it: “dom0 kernel”
 * @param why what the level rests on, one sentence
 */
public record RiskRow(
    String id, String title, ResidualLevel level, String why, List<Evidence> evidence) {
  public RiskRow {
    evidence = List.copyOf(evidence);
  }
}
