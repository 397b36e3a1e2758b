package dev.zonewright.risk;

import dev.zonewright.analysis.Analysis;
import java.util.List;

/** Reads the residual risk of every tenant out of an analysis. */
public final class ResidualRisk {
  private ResidualRisk() {}

  /** One for each tenant, by name. Pure: the same analysis gives the same rows. */
  public static List<TenantRisk> of(Analysis analysis) {
    return analysis.workloads().stream()
        .map(w -> w.tenant())
        .distinct()
        .sorted()
        .map(t ->
            new TenantRisk(
                t,
                ResidualLevel.NOT_ASSESSED,
                "",
                "",
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of()))
        .toList();
  }
}
