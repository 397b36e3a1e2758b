package dev.zonewright.checklist;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.analysis.Workload;
import dev.zonewright.review.Reviewed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Answers the hardening checklist for every tenant. */
public final class Checklist {
  private Checklist() {}

  /** The same, with nothing attested. */
  public static List<TenantChecklist> of(Analysis analysis) {
    return of(analysis, Attested.NOTHING);
  }

  /** The same for an analysis with a review, whose attestations count. */
  public static List<TenantChecklist> of(Reviewed review) {
    return of(review.analysis(), new ReviewAttests(review));
  }

  /**
   * One for each tenant that has a workload or a Namespace among the opened manifests, by name.
   * What a review lists as the platform is no tenant. Pure: the same analysis gives the same
   * answers.
   */
  public static List<TenantChecklist> of(Analysis analysis, Attested attested) {
    Map<String, List<Workload>> workloads =
        analysis.workloads().stream().collect(Collectors.groupingBy(Workload::tenant));
    Map<String, List<LocatedFinding>> findings =
        analysis.findings().stream()
            .collect(Collectors.groupingBy(f -> f.finding().tenant().orElse("")));
    Map<String, List<LocatedObject>> objects =
        analysis.objects().stream()
            .collect(Collectors.groupingBy(o -> analysis.tenantOf(o).orElse("")));
    NavigableSet<String> tenants = new TreeSet<>(workloads.keySet());
    for (LocatedObject object : analysis.objects()) {
      if (object.object().kind().equals("Namespace")) {
        analysis.tenantOf(object).ifPresent(tenants::add);
      }
    }
    tenants.removeAll(analysis.platform());
    FalcoEvidence falco = new FalcoEvidence(analysis);
    ClusterEvidence cluster = ClusterEvidence.of(analysis);
    return List.copyOf(tenants).parallelStream()
        .map(tenant ->
            of(
                TenantEvidence.of(
                    analysis,
                    tenant,
                    workloads.getOrDefault(tenant, List.of()),
                    objects.getOrDefault(tenant, List.of()),
                    findings.getOrDefault(tenant, List.of()),
                    cluster),
                falco,
                attested))
        .toList();
  }

  private static TenantChecklist of(TenantEvidence facts, FalcoEvidence falco, Attested attested) {
    List<ItemResult> items = new ArrayList<>(AdmissionItems.of(facts, attested));
    items.addAll(NetworkItems.of(facts, attested));
    items.addAll(SecretItems.of(facts, attested));
    items.addAll(EderaItems.of(facts, falco, attested));
    items.addAll(MonitoringItems.of(facts, falco, attested));
    return new TenantChecklist(facts.tenant(), items);
  }
}
