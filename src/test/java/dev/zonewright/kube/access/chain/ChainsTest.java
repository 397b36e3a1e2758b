package dev.zonewright.kube.access.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.Power;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shortest way of an account to a power, where it can be cut, and what stops it. */
class ChainsTest {
  private static final String ROLE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: ROLE, namespace: shop}
      rules:
      - apiGroups: ["GROUP"]
        resources: [RESOURCE]
        verbs: [create]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: ROLE, namespace: shop}
      subjects:
      - {kind: ServiceAccount, name: ACCOUNT, namespace: shop}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: ROLE}
      ---
      """;

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: NAME, namespace: shop}
      spec:
        serviceAccountName: ACCOUNT
        containers: [{name: a, image: 'registry.example/a:1'}]
      ---
      """;

  private static String role(String name, String group, String resource, String account) {
    return ROLE.replace("ROLE", name)
        .replace("GROUP", group)
        .replace("RESOURCE", resource)
        .replace("ACCOUNT", account);
  }

  private static String pod(String name, String account) {
    return POD.replace("NAME", name).replace("ACCOUNT", account);
  }

  private static String namespace(String label) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata:
      name: shop
      labels: {LABEL}
    ---
    """
        .replace("LABEL", label);
  }

  private static Chain chain(String text, String account, Power power) {
    List<KubeObject> objects =
        Manifest.of("a.yaml", text).stream().parts().stream()
            .flatMap(p -> KubeObject.in(p.document().cursor()).stream())
            .toList();
    return new Chains(objects, AccessGraph.of(objects)).of(account, power);
  }

  private static List<Hop.Kind> kinds(Chain chain) {
    return chain.hops().stream().map(Hop::kind).toList();
  }

  @Test
  void aTokenOfAPodLeadsToPodsWithAHostPathWhereTheNamespaceOnlyWarns() {
    Chain chain =
        chain(
            namespace("pod-security.kubernetes.io/warn: baseline")
                + pod("api", "deployer")
                + role("deploy", "apps", "deployments", "deployer"),
            "shop/deployer",
            Power.CREATE_PODS);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(kinds(chain))
        .containsExactly(
            Hop.Kind.WORKLOAD,
            Hop.Kind.ACCOUNT,
            Hop.Kind.BINDING,
            Hop.Kind.ROLE,
            Hop.Kind.ADMISSION,
            Hop.Kind.POWER);
    assertThat(chain.hops().get(4).text()).isEqualTo("only warns; nothing refuses a hostPath");
    assertThat(chain.hops().stream().flatMap(h -> h.cut().stream()))
        .containsExactly(
            "Mount no token", "Remove the subject", "Narrow the rule", "Enforce restricted");
  }

  @Test
  void theEnforcedLevelOfTheNamespaceStopsItAndIsTheLastHop() {
    Chain chain =
        chain(
            namespace("pod-security.kubernetes.io/enforce: baseline")
                + role("deploy", "apps", "deployments", "deployer"),
            "shop/deployer",
            Power.CREATE_PODS);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.STOPPED);
    assertThat(chain.hops().getLast().kind()).isEqualTo(Hop.Kind.ADMISSION);
    assertThat(chain.hops().getLast().text()).startsWith("enforces baseline");
  }

  @Test
  void aCommandInAPodWithATokenMakesItsAccountTheNextHop() {
    Chain chain =
        chain(
            pod("reader", "reader")
                + role("enter", "", "pods/exec", "operator")
                + role("read", "", "secrets", "reader").replace("verbs: [create]", "verbs: [list]"),
            "shop/operator",
            Power.READ_SECRETS);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(chain.hops())
        .anySatisfy(hop -> {
          assertThat(hop.kind()).isEqualTo(Hop.Kind.ACT);
          assertThat(hop.text())
              .isEqualTo("runs a command in a pod that has the token of shop/reader");
        });
  }

  @Test
  void aPodWithoutATokenLendsNobodyItsAccount() {
    Chain chain =
        chain(
            pod("reader", "reader").replace("spec:", "spec:\n  automountServiceAccountToken: false")
                + role("enter", "", "pods/exec", "operator")
                + role("read", "", "secrets", "reader").replace("verbs: [create]", "verbs: [list]"),
            "shop/operator",
            Power.READ_SECRETS);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void aTokenThatIsProjectedIsATokenToo() {
    Chain chain =
        chain(
            pod("reader", "reader")
                    .replace(
                        "spec:",
                        """
                        spec:
                          automountServiceAccountToken: false
                          volumes:
                          - name: token
                            projected:
                              sources: [{serviceAccountToken: {path: token}}]\
                        """)
                + role("enter", "", "pods/exec", "operator")
                + role("read", "", "secrets", "reader").replace("verbs: [create]", "verbs: [list]"),
            "shop/operator",
            Power.READ_SECRETS);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.REACHES);
  }

  @Test
  void accountsThatCanBecomeEachOtherEndInNoLoop() {
    Chain chain =
        chain(
            pod("one", "one")
                + pod("two", "two")
                + role("a", "", "pods/exec", "one")
                + role("b", "", "pods/exec", "two"),
            "shop/one",
            Power.CHANGE_ACCESS);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void aRoleThatIsNotOpenedLeavesItUndetermined() {
    String binding = role("deploy", "apps", "deployments", "deployer");
    Chain chain =
        chain(binding.substring(binding.indexOf("---\n") + 4), "shop/deployer", Power.CREATE_PODS);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.UNDETERMINED);
    assertThat(chain.because())
        .isEqualTo("RoleBinding deploy grants Role deploy, which is not among the manifests");
  }

  @Test
  void noLabelOfOneNamespaceStopsWhoMayCreatePodsEverywhere() {
    String everywhere =
        role("deploy", "apps", "deployments", "deployer")
            .replace("kind: RoleBinding", "kind: ClusterRoleBinding")
            .replace("kind: Role\n", "kind: ClusterRole\n")
            .replace("kind: Role,", "kind: ClusterRole,")
            .replace("name: deploy, namespace: shop", "name: deploy");
    Chain chain =
        chain(
            namespace("pod-security.kubernetes.io/enforce: restricted") + everywhere,
            "shop/deployer",
            Power.CREATE_PODS);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(chain.hops().get(chain.hops().size() - 2).title()).isEqualTo("Any namespace");
  }
}
