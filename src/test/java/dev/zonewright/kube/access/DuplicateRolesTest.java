package dev.zonewright.kube.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of several roles or bindings of one name that counts which a server has. */
class DuplicateRolesTest {
  private static final String ROLE =
      """
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: r, namespace: a}
      rules: [{apiGroups: [""], resources: [pods], verbs: [%s]}]
      """;
  private static final String BINDING =
      """
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: %s
      metadata: {name: %s, namespace: a}
      roleRef: {kind: %s}
      subjects: [{kind: %s}]
      """;
  private static final String GETS = ROLE.formatted("get");
  private static final String LISTS = ROLE.formatted("list");
  private static final String REFUSED = ROLE.formatted("");
  private static final String BOUND = bound("Role, name: r", "User, name: ann");

  private static String bound(String role, String subject) {
    return BINDING.formatted("RoleBinding", "b", role, subject);
  }

  private static String ask(String... objects) {
    return AccessGraph.of(AccessOracleTest.objects(String.join("", objects)))
        .answerOfServer(
            Identity.parse("user:ann").orElseThrow(),
            new AccessRequest.OnResource("get", "", "pods", "", "", "a"))
        .word();
  }

  @Test
  void theLaterRoleReplacesTheEarlier() {
    assertThat(ask(GETS, LISTS, BOUND)).isEqualTo("denied");
    assertThat(ask(LISTS, GETS, BOUND)).isEqualTo("allowed");
  }

  @Test
  void aRefusedRoleChangesNothing() {
    assertThat(ask(GETS, REFUSED, BOUND)).isEqualTo("allowed");
    assertThat(ask(REFUSED, GETS, BOUND)).isEqualTo("allowed");
  }

  @Test
  void aRefusedBindingChangesNothing() {
    String refused = bound("Role, name: r", "User");
    assertThat(ask(GETS, BOUND, refused)).isEqualTo("allowed");
    assertThat(ask(GETS, refused, BOUND)).isEqualTo("allowed");
  }

  @Test
  void theRoleOfABindingNeverChanges() {
    String other = bound("Role, name: other", "User, name: ann");
    assertThat(ask(GETS, BOUND, other)).isEqualTo("allowed");
    assertThat(ask(GETS, other, BOUND)).isNotEqualTo("allowed");
    String bob = bound("Role, name: r", "User, name: bob");
    assertThat(ask(GETS, BOUND, bob)).isEqualTo("denied");
    assertThat(ask(GETS, bob, BOUND)).isEqualTo("allowed");
  }

  @Test
  void whatEveryClusterHasCountsAsEarlier() {
    String moved =
        BINDING.formatted(
            "ClusterRoleBinding", "cluster-admin", "ClusterRole, name: view", "User, name: ann");
    assertThat(ask(moved)).isEqualTo("denied");
    String refused =
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: view}
        rules: [{apiGroups: [""], resources: [pods], verbs: []}]
        """;
    assertThat(ask(refused, bound("ClusterRole, name: view", "User, name: ann")))
        .isEqualTo("allowed");
  }
}
