package dev.zonewright.ui.risk;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Workload;
import java.util.List;

/**
 * What workloads run on, and who can share nodes with whom. Gathered from all findings, so beside
 * the thread of the window.
 */
public final class Placement {
  static final Placement NONE = new Placement(List.of(), List.of());

  private final List<Workload> workloads;
  private final List<CoTenant> coTenants;

  private Placement(List<Workload> workloads, List<CoTenant> coTenants) {
    this.workloads = workloads;
    this.coTenants = coTenants;
  }

  /** Of an analysis with the review applied. */
  public static Placement of(Analysis analysis) {
    return new Placement(analysis.workloads(), CoTenant.of(analysis));
  }

  /** What the workloads of a tenant run on, in the order of the files. */
  List<RunsOn> runsOn(String tenant) {
    return workloads.stream().filter(w -> w.tenant().equals(tenant)).map(RunsOn::of).toList();
  }

  /** Who can share nodes with a tenant, by the tenant's own workload, then by name. */
  List<CoTenant> coTenants(String tenant) {
    return coTenants.stream().filter(c -> c.tenant().equals(tenant)).toList();
  }
}
