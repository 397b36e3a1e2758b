package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.control.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A right that alone gives nothing is not told as the power, by whatever bindings the rest comes.
 */
class RbacPartsTest {
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String CSR = "certificates.k8s.io";
  private static final String ACCOUNT = "{kind: ServiceAccount, name: s, namespace: a}";

  private static String role(String name, String group, String resource, String verb) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata: {name: %s}
    rules: [{apiGroups: ['%s'], resources: ['%s'], verbs: [%s]}]
    ---
    """
        .formatted(name, group, resource, verb);
  }

  private static String bound(String name, String place, String subject) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: %sBinding
    metadata: {name: %s%s}
    subjects: [%s]
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %s}
    ---
    """
        .formatted(
            place.isEmpty() ? "ClusterRole" : "Role",
            name,
            place.isEmpty() ? "" : ", namespace: " + place,
            subject,
            name);
  }

  private static LocatedFinding only(String control, String text) {
    List<LocatedFinding> found = Reviewed.find(control + "-account", text);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "rights-changing," + RBAC + ", clusterroles, escalate, clusterroles, update",
    "rights-changing," + RBAC + ", clusterroles, bind, clusterrolebindings, create",
    "pod-creating," + RBAC + ", clusterroles, bind, clusterrolebindings, create",
    "impersonating, '', groups, impersonate, users, impersonate",
    "node-reaching," + CSR + ", certificatesigningrequests/approval, update, signers, approve",
    "node-reaching," + CSR + ", signers, approve, certificatesigningrequests/approval, patch",
  })
  void aHalfIsSaidAsOneAndOneStepLessSevere(
      String control, String group, String resource, String verb, String other, String second) {
    String half = role("half", group, resource, verb) + bound("half", "", ACCOUNT);

    LocatedFinding alone = only(control, half);
    assertThat(alone.finding().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(alone.finding().message())
        .startsWith("Rule 1 gives ServiceAccount a/s a part of what it takes to ")
        .contains("(" + verb + " " + resource + "): ", " alone: no right to ");

    String rest = role("rest", group, other, second);
    for (String subject :
        List.of(
            ACCOUNT, "{kind: Group, name: 'system:serviceaccounts:a', apiGroup: " + RBAC + "}")) {
      List<LocatedFinding> both =
          Reviewed.find(control + "-account", half + rest + bound("rest", "", subject));
      assertThat(both)
          .anySatisfy(f -> {
            assertThat(f.finding().severity()).isEqualTo(Severity.HIGH);
            assertThat(f.finding().message()).startsWith("Rule 1 lets ServiceAccount a/s ");
          });
    }
    String others = rest + bound("rest", "", ACCOUNT.replace("name: s", "name: t"));
    assertThat(Reviewed.find(control + "-account", half + others))
        .anySatisfy(f ->
            assertThat(f.finding().message()).startsWith("Rule 1 gives ServiceAccount a/s a part"));
  }

  @Test
  void ofTwoOnlyThoseAreNamedThatHaveBothHalves() {
    String text =
        role("half", RBAC, "clusterroles", "escalate")
            + bound("half", "", ACCOUNT + ", " + ACCOUNT.replace("name: s", "name: t"))
            + role("rest", RBAC, "clusterroles", "update")
            + bound("rest", "", ACCOUNT.replace("name: s", "name: t"));

    assertThat(Reviewed.find("rights-changing-account", text).getFirst().finding().message())
        .isEqualTo(
            "Rule 1 lets ServiceAccount a/t change what accounts may do (escalate clusterroles)");
  }

  @Test
  void theRestMayBeInARoleThatIsNotOpened() {
    String text =
        role("half", RBAC, "clusterroles", "escalate")
            + bound("half", "", ACCOUNT)
            + bound("elsewhere", "", ACCOUNT);

    assertThat(only("rights-changing", text).finding().message()).startsWith("Rule 1 lets ");
  }

  @Test
  void theRestMayFlowIntoARoleThatEveryClusterHas() {
    String half =
        role("half", RBAC, "clusterroles", "escalate")
            + bound("half", "", ACCOUNT)
            + bound("view", "", ACCOUNT);
    String more =
        role("more", RBAC, "clusterroles", "update")
            .replace("{name: more}", "{name: more, labels: {LABEL: 'true'}}")
            .replace("LABEL", "rbac.authorization.k8s.io/aggregate-to-view");

    assertThat(only("rights-changing", half).finding().message()).startsWith("Rule 1 gives ");
    assertThat(Reviewed.find("rights-changing-account", half + more))
        .anySatisfy(f -> assertThat(f.finding().message()).startsWith("Rule 1 lets "));
  }

  @Test
  void aRoleOfNobodyIsJudgedByItsOwnRules() {
    String half = role("half", RBAC, "clusterroles", "escalate");

    assertThat(only("rights-changing", half).finding().severity()).isEqualTo(Severity.LOW);
    assertThat(only("rights-changing", half).finding().message())
        .startsWith("Rule 1 would give whoever is bound to it a part of what it takes to ");
    assertThat(
            only("rights-changing", half.replace("[escalate]", "[escalate, patch]"))
                .finding()
                .message())
        .startsWith("Rule 1 would let ");
  }

  @Test
  void aStreamByGetDependsOnTheVersion() {
    String text = role("enter", "", "pods/exec", "get") + bound("enter", "a", ACCOUNT);

    LocatedFinding found = only("node-reaching", text);
    assertThat(found.finding().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(found.finding().message())
        .startsWith("Rule 1 may let ServiceAccount a/s ")
        .contains("get was enough before Kubernetes 1.35");
    assertThat(only("node-reaching", text.replace("[get]", "[get, create]")).finding().severity())
        .isEqualTo(Severity.HIGH);
  }

  @Test
  void aBindingWithoutANamespaceMayBeAppliedToThatOfItsAccount() {
    String nowhere =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: r}
        subjects: [%s]
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}
        """
            .formatted(ACCOUNT);
    List<LocatedFinding> found = Reviewed.find("cross-tenant-binding", nowhere);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().finding().verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(found.getFirst().finding().message()).contains("unless it is applied to a,");
    assertThat(
            Reviewed.find("cross-tenant-binding", bound("r", "b", ACCOUNT))
                .getFirst()
                .finding()
                .verdict())
        .isEqualTo(Verdict.VIOLATED);
  }
}
