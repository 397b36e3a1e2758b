package dev.zonewright.risk;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.evidence.Platform;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The namespaces that are taken for no tenants, because they serve the cluster: those that a review
 * lists, those of Kubernetes, and those whose workloads all serve nodes. Only listed ones lose
 * their level; the others are set apart for the eye.
 */
public final class PlatformTenants {
  private PlatformTenants() {}

  /** Their names, sorted; those only that the analysis has a workload or a Namespace of. */
  public static Set<String> of(Analysis analysis) {
    Map<String, Boolean> serves = new HashMap<>();
    for (Workload workload : analysis.workloads()) {
      boolean platform = Platform.of(workload.pod()).isPresent();
      serves.merge(workload.tenant(), platform, Boolean::logicalAnd);
    }
    Set<String> names = new TreeSet<>(serves.keySet());
    analysis.objects().stream()
        .filter(o -> o.object().kind().equals("Namespace"))
        .forEach(o -> analysis.tenantOf(o).ifPresent(names::add));
    names.removeIf(name ->
        !analysis.platform().contains(name)
            && !Platform.isNamespaceOfKubernetes(name)
            && !serves.getOrDefault(name, false));
    return names;
  }

  /** Those of them that a review lists. */
  public static Set<String> listed(Analysis analysis) {
    Set<String> names = new TreeSet<>(of(analysis));
    names.retainAll(analysis.platform());
    return names;
  }
}
