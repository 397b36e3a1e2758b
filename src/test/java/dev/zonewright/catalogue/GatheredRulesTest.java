package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.control.Finding;
import dev.zonewright.control.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that flow into an opened ClusterRole are those of whoever is bound to that one. */
class GatheredRulesTest {
  private static final String BASE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: workloads, labels: {to-tenants: "true"}}
      rules: [{apiGroups: [apps], resources: [deployments], verbs: [create]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: tenants, labels: {to-admins: "true"}}
      aggregationRule: {clusterRoleSelectors: [{matchLabels: {to-tenants: "true"}}]}
      rules: []
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: admins, labels: {to-tenants: "true"}}
      aggregationRule: {clusterRoleSelectors: [{matchLabels: {to-admins: "true"}}]}
      rules: []
      ---
      """;

  private static String bound(String role) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata: {name: release, namespace: shop}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %s}
    subjects: [{kind: ServiceAccount, name: ci, namespace: shop}]
    """
        .formatted(role);
  }

  private static Finding only(String text) {
    List<Finding> found =
        Reviewed.find("pod-creating-account", text).stream().map(f -> f.finding()).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void whoeverIsBoundToTheRoleThatGathersThemHasThem() {
    Finding found = only(BASE + bound("tenants"));

    assertThat(found.severity()).isEqualTo(Severity.HIGH);
    assertThat(found.message())
        .isEqualTo(
            "Rule 1 lets ServiceAccount shop/ci create pods, with a hostPath too (create"
                + " deployments). Its rules are added to ClusterRole tenants, which is bound");
    assertThat(found.related()).hasSize(1);
  }

  @Test
  void theyFlowOnThroughOneRoleIntoAnotherAndInCircles() {
    Finding found = only(BASE + bound("admins"));

    assertThat(found.severity()).isEqualTo(Severity.HIGH);
    assertThat(found.message()).contains("lets ServiceAccount shop/ci", "ClusterRole admins");
  }

  @Test
  void aSelectorThatDoesNotSelectGivesThemToNobody() {
    Finding found =
        only((BASE + bound("tenants")).replaceFirst("to-tenants: \"true\"", "to-nobody: \"true\""));

    assertThat(found.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(found.message()).endsWith("Nothing among the manifests binds it");
  }
}
