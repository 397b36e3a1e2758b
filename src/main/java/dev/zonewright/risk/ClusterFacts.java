package dev.zonewright.risk;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Family;
import dev.zonewright.control.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an analysis holds that is not of one tenant.
 *
 * @param powers violated findings on roles and bindings
 * @param rolesOpened whether any role or binding is opened
 * @param namespaces the tenants whose Namespace is opened
 */
record ClusterFacts(List<LocatedFinding> powers, boolean rolesOpened, Set<String> namespaces) {
  private static final Set<String> ROLES =
      Set.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding");

  static ClusterFacts of(Analysis analysis) {
    return new ClusterFacts(
        analysis.findings().stream()
            .filter(f -> f.finding().control().family() == Family.RBAC)
            .filter(f -> f.finding().verdict() == Verdict.VIOLATED)
            .toList(),
        analysis.objects().stream().anyMatch(o -> ROLES.contains(o.object().kind())),
        analysis.objects().stream()
            .filter(o -> o.object().kind().equals("Namespace"))
            .flatMap(o -> analysis.tenantOf(o).stream())
            .collect(Collectors.toSet()));
  }
}
