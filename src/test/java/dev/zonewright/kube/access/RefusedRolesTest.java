package dev.zonewright.kube.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an API server of version 1.36 refuses about roles and bindings, and what it takes. */
class RefusedRolesTest {
  private static final String ROLE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: r}
      rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
      """;
  private static final String BINDING =
      """
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: b, namespace: a}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}
      subjects: [{kind: ServiceAccount, name: s, namespace: a}]
      """;

  private static String ask(String objects) {
    return ask(objects, "a");
  }

  private static String ask(String objects, String namespace) {
    return AccessGraph.of(AccessOracleTest.objects(objects))
        .answerOfServer(
            Identity.parse("sa:a/s").orElseThrow(),
            new AccessRequest.OnResource("get", "", "pods", "", "", namespace))
        .word();
  }

  @Test
  void bothAreTaken() {
    assertThat(ask(ROLE + BINDING)).isEqualTo("allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: r, labels: []",
        "name: r, labels: {a: 1}",
        "name: r, labels: {rbac.authorization.k8s.io/aggregate-to-view: true}",
        "name: r, labels: {a b: c}",
        "name: r, labels: {a: x y}",
        "name: r, labels: {a: x/y}",
        "name: r, labels: {a: -x}",
        "name: r, labels: {A/b: c}",
        "name: r, annotations: {a: 1}",
        "name: r, annotations: {a b: c}",
        "name: r, finalizers: [x]",
        "name: r, ownerReferences: [{}]",
        "name: r, creationTimestamp: xx",
        "name: r, bogus: 1",
      })
  void metadataMakeARoleRefused(String metadata) {
    assertThat(ask(ROLE.replace("name: r", metadata) + BINDING)).isEqualTo("undetermined");
  }

  @ParameterizedTest
  @ValueSource(strings = {"b/x", "'b%'", ".", "..", "''", "123"})
  void namesMakeABindingRefused(String name) {
    assertThat(ask(ROLE + BINDING.replace("name: b,", "name: " + name + ",")))
        .isEqualTo("undetermined");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Alpha", "a_b", "a.b", "-a", "a b"})
  void namespacesMakeABindingRefused(String namespace) {
    assertThat(
            ask(ROLE + BINDING.replace("b, namespace: a", "b, namespace: " + namespace), namespace))
        .isEqualTo("undetermined");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1beta1", "/v1alpha1", "/v2", "/V1", "/"})
  void versionsThatNoServerServesAreRefused(String version) {
    assertThat(ask(ROLE.replace("/v1", version) + BINDING)).isEqualTo("undetermined");
    assertThat(ask(ROLE + BINDING.replace("/v1", version))).isEqualTo("undetermined");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verbs: [get, 1]",
        "verbs: [get], resourceNames: a",
        "verbs: [get], bogus: 1",
      })
  void valuesOfTheWrongTypeMakeARoleRefused(String verbs) {
    assertThat(ask(ROLE.replace("verbs: [get]", verbs) + BINDING)).isNotEqualTo("allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{clusterRoleSelectors: []}",
        "{clusterRoleSelectors: null}",
        "[]",
        "x",
        "{clusterRoleSelectors: [{matchLabels: {x: y z}}, {matchLabels: {x: v}}]}",
        "{clusterRoleSelectors: [{matchExpressions: [{key: x, operator: Exists, values: [v]}]}]}",
        "{clusterRoleSelectors: [{matchExpressions: [{key: x, operator: Gt, values: ['1']}]},"
            + " {matchLabels: {x: v}}]}",
        "{clusterRoleSelectors: [{matchExpressions: [{key: x, operator: in, values: [v]}]},"
            + " {matchLabels: {x: v}}]}",
        "{clusterRoleSelectors: [{matchExpressions: [{key: '', operator: Exists}]},"
            + " {matchLabels: {x: v}}]}",
      })
  void aggregationMakesARoleRefused(String rule) {
    String other = "---\n" + ROLE.replace("name: r", "name: z, labels: {x: v}");
    assertThat(ask(ROLE + "aggregationRule: " + rule + "\n" + other + BINDING))
        .isNotEqualTo("allowed");
    String right = "{clusterRoleSelectors: [{matchLabels: {x: v}}]}";
    assertThat(ask(ROLE + "aggregationRule: " + right + "\n" + other + BINDING))
        .isEqualTo("allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: ServiceAccount, name: s, namespace: null}",
        "{kind: ServiceAccount, name: s, namespace: a, apiGroup: null}",
        "{kind: User, name: 'system:serviceaccount:a:s', apiGroup: null}",
      })
  void nullInASubjectIsNothing(String subject) {
    String binding = BINDING.replace("{kind: ServiceAccount, name: s, namespace: a}", subject);
    assertThat(ask(ROLE + binding)).isEqualTo("allowed");
  }

  @Test
  void nullElsewhereIsNothing() {
    assertThat(ask(ROLE + BINDING.replace("{apiGroup: rbac.authorization.k8s.io,", "{apiGroup:,")))
        .isEqualTo("allowed");
    assertThat(ask(ROLE.replace("[\"\"]", "[null]") + BINDING)).isEqualTo("allowed");
    assertThat(ask(ROLE + BINDING.replace("b, namespace: a", "b, namespace: null"), "default"))
        .isEqualTo("allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator: Exists", "operator: In, values: [rbac-defaults]"})
  void aServerMarksItsOwnRoles(String test) {
    String rule =
        """
        aggregationRule:
          clusterRoleSelectors:
          - matchExpressions: [{key: kubernetes.io/bootstrapping, %s}]
        """;
    assertThat(ask(ROLE.replace("[get]", "[list]") + rule.formatted(test) + BINDING))
        .isEqualTo("allowed");
    String none = rule.formatted("operator: DoesNotExist");
    assertThat(ask(ROLE.replace("[get]", "[list]") + none + BINDING)).isEqualTo("denied");
  }

  @Test
  void aRefusedRoleIsUndeterminedForWhatItWouldGrantAndDeniedForTheRest() {
    String refused = ROLE.replace("name: r}", "name: r, labels: []}") + BINDING;
    AccessGraph graph = AccessGraph.of(AccessOracleTest.objects(refused));
    Identity who = Identity.parse("sa:a/s").orElseThrow();

    assertThat(ask(refused)).isEqualTo("undetermined");
    assertThat(
            graph
                .answerOfServer(
                    who, new AccessRequest.OnResource("list", "", "secrets", "", "", "a"))
                .word())
        .isEqualTo("denied");
  }
}
