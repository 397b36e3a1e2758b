package dev.zonewright.risk;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the residual risk of every tenant out of an analysis. */
public final class ResidualRisk {
  private ResidualRisk() {}

  /**
   * One for each tenant that has a workload or a Namespace among the opened manifests, by name.
   * What a review lists as the platform is no tenant. Pure: the same analysis gives the same rows.
   */
  public static List<TenantRisk> of(Analysis analysis) {
    return withPlatform(analysis).stream()
        .filter(r -> !analysis.platform().contains(r.tenant()))
        .toList();
  }

  /** The same with the platform, for counts of its workloads: its level means nothing. */
  public static List<TenantRisk> withPlatform(Analysis analysis) {
    Map<String, List<Workload>> workloads =
        analysis.workloads().stream().collect(Collectors.groupingBy(Workload::tenant));
    Map<String, List<LocatedFinding>> findings =
        analysis.findings().stream()
            .collect(Collectors.groupingBy(f -> f.finding().tenant().orElse("")));
    Map<String, Manifest> manifests =
        analysis.manifests().stream()
            .collect(Collectors.toMap(Manifest::file, Function.identity(), (first, _) -> first));
    NavigableSet<String> tenants = new TreeSet<>(workloads.keySet());
    for (LocatedObject object : analysis.objects()) {
      if (object.object().kind().equals("Namespace")) {
        analysis.tenantOf(object).ifPresent(tenants::add);
      }
    }
    ClusterFacts cluster = ClusterFacts.of(analysis);
    List<String> all =
        workloads.keySet().stream().filter(t -> !analysis.platform().contains(t)).sorted().toList();
    return List.copyOf(tenants).parallelStream()
        .map(tenant ->
            of(
                new TenantFacts(
                    tenant,
                    workloads.getOrDefault(tenant, List.of()),
                    findings.getOrDefault(tenant, List.of()),
                    without(tenant, all),
                    manifests,
                    cluster)))
        .toList();
  }

  /** Sorted names without one of them. */
  private static List<String> without(String tenant, List<String> all) {
    int at = Collections.binarySearch(all, tenant);
    if (at < 0) {
      return all;
    }
    List<String> out = new ArrayList<>(all);
    out.remove(at);
    return out;
  }

  private static TenantRisk of(TenantFacts facts) {
    List<RiskRow> shared = SharedResourceRows.of(facts);
    List<RiskRow> edera = EderaRows.of(facts);
    List<RiskRow> operator = OperatorRows.of(facts);
    List<RiskRow> agents = AgentRows.of(facts);
    List<RiskRow> all = new ArrayList<>(shared);
    all.addAll(edera);
    all.addAll(operator);
    all.addAll(agents);
    ResidualLevel level = LevelRule.worst(all);
    WorkloadCounts counts = WorkloadCounts.of(facts.workloads());
    return new TenantRisk(
        facts.tenant(),
        level,
        VerdictText.of(facts, level, all) + VerdictText.unread(facts.cluster().unread()),
        LevelRule.TEXT,
        counts.all(),
        counts.inZone(),
        shared,
        edera,
        operator,
        agents);
  }
}
