package dev.zonewright.risk;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Family;
import dev.zonewright.control.Subject;
import dev.zonewright.control.Verdict;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What an analysis holds that is not of one tenant.
 *
 * @param powers violated findings on roles and bindings
 * @param tenantOf the tenant that a namespace belongs to
 * @param rolesOpened whether any role or binding is opened
 * @param namespaces the tenants whose Namespace is opened
 * @param platform what serves the nodes, as far as it opens them
 * @param unread documents that could not be read and may hold anything
 */
record ClusterFacts(
    List<LocatedFinding> powers,
    UnaryOperator<String> tenantOf,
    boolean rolesOpened,
    Set<String> namespaces,
    PlatformExposures platform,
    int unread) {
  private static final Set<String> ROLES =
      Set.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding");

  static ClusterFacts of(Analysis analysis) {
    return new ClusterFacts(
        analysis.findings().stream()
            .filter(f -> f.finding().control().family() == Family.RBAC)
            .filter(f -> f.finding().verdict() == Verdict.VIOLATED)
            .toList(),
        analysis::tenantOf,
        analysis.objects().stream().anyMatch(o -> ROLES.contains(o.object().kind())),
        analysis.objects().stream()
            .filter(o -> o.object().kind().equals("Namespace"))
            .flatMap(o -> analysis.tenantOf(o).stream())
            .collect(Collectors.toSet()),
        PlatformExposures.of(analysis),
        analysis.coverage().failed());
  }

  /**
   * Those that are a tenant's own, and those by which its accounts gain. A role that gives nothing
   * to any account, because nobody or only people have it, leaves no tenant open.
   */
  List<LocatedFinding> powersOf(String tenant) {
    return powers.stream()
        .filter(f -> !f.finding().subject().gaining().isEmpty())
        .filter(f ->
            f.finding().tenant().filter(tenant::equals).isPresent()
                || f.finding().subject().gaining().stream()
                    .anyMatch(n -> n.equals(Subject.EVERYBODY) || tenantOf.apply(n).equals(tenant)))
        .toList();
  }
}
