package dev.zonewright.kube.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server does with the roles and bindings that are its own. */
class OwnRolesTest {
  private static final AccessRequest READ =
      new AccessRequest.OnResource("get", "", "secrets", "", "", "kube-system");

  private static String binding(String annotations) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRoleBinding
    metadata: {name: cluster-admin, annotations: {%s}}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
    subjects:
    - {kind: User, name: ann, apiGroup: rbac.authorization.k8s.io}
    """
        .formatted(annotations);
  }

  private static AccessAnswer ask(String yaml, String who, AccessRequest request) {
    return AccessGraph.of(AccessOracleTest.objects(yaml))
        .answer(Identity.parse(who).orElseThrow(), request);
  }

  @Test
  void aBindingGetsItsSubjectsBack() {
    assertThat(ask(binding(""), "user:root+system:masters", READ).word()).isEqualTo("allowed");
    assertThat(ask(binding(""), "user:ann", READ).word()).isEqualTo("allowed");
    assertThat(ask(binding(""), "user:bob", READ).word()).isEqualTo("denied");
  }

  @Test
  void mastersMayDoEverythingWithoutTheirBinding() {
    String kept = binding("rbac.authorization.kubernetes.io/autoupdate: 'false'");
    for (AccessRequest request : List.of(READ, new AccessRequest.OnUrl("get", "/metrics"))) {
      AccessAnswer answer = ask(kept, "user:root+system:masters", request);
      assertThat(answer.word()).isEqualTo("allowed");
    }
    assertThat(ask(kept, "user:bob", READ).word()).isEqualTo("denied");
  }

  @Test
  void aRoleThatIsKeptOutOfUpdatesHasOnlyWhatItSays() {
    String role =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: system:node-proxier
          annotations: {rbac.authorization.kubernetes.io/autoupdate: 'VALUE'}
        rules: []
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: b}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: system:node-proxier}
        subjects:
        - {kind: User, name: ann, apiGroup: rbac.authorization.k8s.io}
        """;
    AccessRequest nodes = new AccessRequest.OnResource("list", "", "nodes", "", "", "");
    assertThat(ask(role.replace("VALUE", "false"), "user:ann", nodes).word()).isEqualTo("denied");
    assertThat(ask(role.replace("VALUE", "true"), "user:ann", nodes).word()).isEqualTo("allowed");
  }
}
