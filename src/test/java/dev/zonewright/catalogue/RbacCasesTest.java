package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.control.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class RbacCasesTest {
  private static final String PODS = "pod-creating-account";

  private static final String ROLE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: release}
      rules:
        - apiGroups: [apps]
          resources: [deployments]
          verbs: [patch]
      """;

  private static String bound(String kind, String subject) {
    return """
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: %s
    metadata: {name: release, namespace: shop}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: release}
    subjects:
      - %s
    """
        .formatted(kind, subject);
  }

  private static final String ACCOUNT = "{kind: ServiceAccount, name: ci, namespace: shop}";

  private static String namespace(String level) {
    return """
    ---
    apiVersion: v1
    kind: Namespace
    metadata:
      name: shop
      labels: {pod-security.kubernetes.io/enforce: %s}
    """
        .formatted(level);
  }

  private static String policy(String expression, String actions) {
    return """
    ---
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicy
    metadata: {name: no-host}
    spec:
      matchConstraints:
        resourceRules:
          - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
      validations:
        - expression: "%s"
    ---
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicyBinding
    metadata: {name: no-host}
    spec: {policyName: no-host, validationActions: [%s]}
    """
        .formatted(expression, actions);
  }

  private static final String NO_HOST_PATH = "object.spec.volumes.all(v, !has(v.hostPath))";

  @Test
  void namesWhoHasAPowerAndTheLineThatGivesIt() {
    List<LocatedFinding> found = Reviewed.find(PODS, ROLE + bound("RoleBinding", ACCOUNT));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().start().line()).isEqualTo(6);
    assertThat(found.getFirst().finding().severity()).isEqualTo(Severity.HIGH);
    assertThat(found.getFirst().finding().message())
        .contains("ServiceAccount shop/ci", "patch deployments");
    assertThat(found.getFirst().finding().related())
        .singleElement()
        .satisfies(step -> {
          assertThat(step.object().kind()).isEqualTo("RoleBinding");
          assertThat(step.path().toString()).contains("subjects");
        });
  }

  @Test
  void aNamespaceThatEnforcesStopsARoleBindingOnly() {
    String roleBinding = ROLE + bound("RoleBinding", ACCOUNT);
    assertThat(Reviewed.find(PODS, roleBinding + namespace("baseline"))).isEmpty();
    assertThat(Reviewed.find(PODS, roleBinding + namespace("privileged"))).hasSize(1);
    String everywhere = ROLE + bound("ClusterRoleBinding", ACCOUNT);
    assertThat(Reviewed.find(PODS, everywhere + namespace("baseline"))).hasSize(1);
  }

  @Test
  void anAdmissionPolicyStopsItWhereItDenies() {
    String everywhere = ROLE + bound("ClusterRoleBinding", ACCOUNT);
    assertThat(Reviewed.find(PODS, everywhere + policy(NO_HOST_PATH, "Deny"))).isEmpty();
    assertThat(Reviewed.find(PODS, everywhere + policy(NO_HOST_PATH, "Audit"))).hasSize(1);
    assertThat(Reviewed.find(PODS, everywhere + policy("true", "Deny"))).hasSize(1);
  }

  @Test
  void peopleAndPartsOfKubernetesAreOneStepLessSevere() {
    String person = "{kind: User, name: ann, apiGroup: rbac.authorization.k8s.io}";
    String platform = "{kind: ServiceAccount, name: x, namespace: kube-system}";
    String everybody =
        "{kind: Group, name: system:authenticated, apiGroup: rbac.authorization.k8s.io}";
    assertThat(severity(ROLE)).isEqualTo(Severity.MEDIUM);
    assertThat(severity(ROLE + bound("ClusterRoleBinding", person))).isEqualTo(Severity.MEDIUM);
    assertThat(severity(ROLE + bound("ClusterRoleBinding", platform))).isEqualTo(Severity.MEDIUM);
    assertThat(severity(ROLE + bound("ClusterRoleBinding", everybody))).isEqualTo(Severity.HIGH);
  }

  private static Severity severity(String text) {
    return Reviewed.find(PODS, text).getFirst().finding().severity();
  }

  @Test
  void aRoleThatIsNotOpenedLeavesItUndetermined() {
    String binding = bound("ClusterRoleBinding", ACCOUNT).substring("---\n".length());
    assertThat(Reviewed.find(PODS, binding))
        .singleElement()
        .satisfies(f -> assertThat(f.finding().verdict()).isEqualTo(Verdict.UNDETERMINED));
  }

  @Test
  void aRoleThatEveryClusterHasIsKnown() {
    String binding =
        bound("RoleBinding", ACCOUNT)
            .substring("---\n".length())
            .replace("name: release}", "name: edit}");
    for (String id : List.of(PODS, "secret-reading-account", "node-reaching-account")) {
      assertThat(Reviewed.find(id, binding))
          .singleElement()
          .satisfies(f -> assertThat(f.finding().verdict()).isEqualTo(Verdict.VIOLATED));
    }
  }

  private static List<LocatedFinding> named(String id, String group, String what, String verbs) {
    String role =
        ROLE.replace("[apps]", "[\"%s\"]".formatted(group))
            .replace("[deployments]", "[%s]\n    resourceNames: [web]".formatted(what))
            .replace("[patch]", verbs);
    return Reviewed.find(id, role + bound("RoleBinding", ACCOUNT));
  }

  @Test
  void namedSecretsAreWhatIsAskedFor() {
    String id = "secret-reading-account";
    assertThat(named(id, "", "secrets", "[get, list, watch]")).isEmpty();
    String all = ROLE.replace("[apps]", "[\"\"]").replace("deployments", "secrets");
    assertThat(Reviewed.find(id, all.replace("[patch]", "[get]") + bound("RoleBinding", ACCOUNT)))
        .hasSize(1);
  }

  @Test
  void aCreationCarriesNoName() {
    String without = "ineffective-permission";
    assertThat(named(PODS, "", "pods", "[create]")).isEmpty();
    assertThat(named(without, "", "pods", "[create, deletecollection]")).hasSize(1);
    assertThat(named(without, "", "pods", "[create, get]")).isEmpty();
    // a patch creates what is not there, under the name that it carries
    assertThat(named(PODS, "apps", "deployments", "[create, patch]")).hasSize(1);
    assertThat(named(without, "apps", "deployments", "[create, patch]")).isEmpty();
    assertThat(named("node-reaching-account", "", "pods/exec", "[create]")).hasSize(1);
    assertThat(named(without, "", "pods/exec", "[create]")).isEmpty();
  }

  @Test
  void aRoleBindingGivesNoNodes() {
    String role = ROLE.replace("[apps]", "[\"\"]").replace("deployments", "nodes/proxy");
    assertThat(Reviewed.find("node-reaching-account", role + bound("RoleBinding", ACCOUNT)))
        .isEmpty();
    assertThat(Reviewed.find("node-reaching-account", role + bound("ClusterRoleBinding", ACCOUNT)))
        .hasSize(1);
  }

  @Test
  void aBindingThatTheServerRefusesGivesNobodyARole() {
    String text = ROLE + bound("RoleBinding", ACCOUNT.replace("kind:", "apiGroup: apps, kind:"));
    assertThat(Reviewed.find("invalid-object", text)).hasSize(1);
    List<LocatedFinding> found = Reviewed.find(PODS, text);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().finding().message()).contains("Nothing among the manifests binds");
    assertThat(found.getFirst().finding().severity()).isEqualTo(Severity.MEDIUM);

    String anybody = "{kind: Group, apiGroup: v1, name: 'system:authenticated'}";
    String all = ROLE + bound("ClusterRoleBinding", anybody);
    assertThat(Reviewed.find("privileged-default-service-account", all)).isEmpty();
    assertThat(
            Reviewed.find("privileged-default-service-account", all.replace("apiGroup: v1, ", "")))
        .hasSize(1);
  }

  @Test
  void aRoleThatTheServerRefusesIsHeldByNobodyYet() {
    String text = ROLE + "  - {resources: [pods], verbs: [get]}\n" + bound("RoleBinding", ACCOUNT);
    assertThat(Reviewed.find("invalid-object", text)).hasSize(1);
    List<LocatedFinding> found = Reviewed.find(PODS, text);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().finding().message())
        .contains("would let", "The API server refuses the role");
    assertThat(found.getFirst().finding().severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void aRoleThatNobodyIsBoundToCountsWhereANamespaceOrAPolicyStopsItNoMoreThanABoundOne() {
    String role =
        ROLE.replace("kind: ClusterRole", "kind: Role")
            .replace("{name: release}", "{name: release, namespace: shop}");
    assertThat(Reviewed.find(PODS, role)).hasSize(1);
    assertThat(Reviewed.find(PODS, role + namespace("restricted"))).isEmpty();
    assertThat(Reviewed.find(PODS, role + namespace("privileged"))).hasSize(1);
    // one of the whole cluster may be bound anywhere
    assertThat(Reviewed.find(PODS, ROLE + namespace("restricted"))).hasSize(1);
    assertThat(Reviewed.find(PODS, ROLE + policy(NO_HOST_PATH, "Deny"))).isEmpty();
  }

  @Test
  void aUserHoldsNoAccounts() {
    String id = "privileged-default-service-account";
    String user = ROLE + bound("ClusterRoleBinding", "{kind: User, name: 'system:anonymous'}");
    assertThat(Reviewed.find(id, user).getFirst().finding().message())
        .contains("without an account")
        .doesNotContain("every account in it");
    String group =
        user.replace("User, name: 'system:anonymous'", "Group, name: 'system:authenticated'");
    assertThat(Reviewed.find(id, group).getFirst().finding().message())
        .contains("every account in it");
  }
}
