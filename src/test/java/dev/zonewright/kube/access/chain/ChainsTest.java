package dev.zonewright.kube.access.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.access.AccessGraph;
import dev.zonewright.kube.access.Power;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void noRoleBindingGivesWhatBelongsToNoNamespace() {
    String binding =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: admin, namespace: shop}
        subjects:
        - {kind: ServiceAccount, name: operator, namespace: shop}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
        """;
    String cluster =
        binding
            .replace("kind: RoleBinding", "kind: ClusterRoleBinding")
            .replace(", namespace: shop}\nsub", "}\nsub");
    for (Power power :
        List.of(Power.REACH_NODES, Power.CREATE_VOLUMES, Power.APPROVE_CERTIFICATES)) {
      assertThat(chain(binding, "shop/operator", power).outcome())
          .as(power.id())
          .isEqualTo(Chain.Outcome.NONE);
      assertThat(chain(cluster, "shop/operator", power).outcome())
          .as(power.id())
          .isEqualTo(Chain.Outcome.REACHES);
    }
    for (Power power :
        List.of(Power.READ_SECRETS, Power.CREATE_PODS, Power.CHANGE_ACCESS, Power.IMPERSONATE)) {
      assertThat(chain(binding, "shop/operator", power).outcome())
          .as(power.id())
          .isEqualTo(Chain.Outcome.REACHES);
    }
  }

  @Test
  void aContainerIsPutOnlyIntoPodsThatAreThere() {
    String rights =
        role("debug", "", "pods/ephemeralcontainers", "operator")
                .replace("verbs: [create]", "verbs: [patch]")
            + role("read", "", "secrets", "reader").replace("verbs: [create]", "verbs: [list]");

    assertThat(chain(rights, "shop/operator", Power.READ_SECRETS).outcome())
        .isEqualTo(Chain.Outcome.NONE);
    Chain withPod = chain(rights + pod("reader", "reader"), "shop/operator", Power.READ_SECRETS);
    assertThat(withPod.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(withPod.hops().stream().map(Hop::text))
        .contains("puts a container into a pod that has the token of shop/reader");
    // who makes pods as well needs none that is there
    String maker = rights + role("make", "", "pods", "operator");
    assertThat(chain(maker, "shop/operator", Power.READ_SECRETS).hops().stream().map(Hop::text))
        .contains("runs a pod as shop/reader");
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

  private static String grant(String kind, String account, String... rules) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: KINDRole
    metadata: {name: NAME, namespace: shop}
    rules:
    RULES
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: KINDRoleBinding
    metadata: {name: NAME, namespace: shop}
    subjects:
    - {kind: ServiceAccount, name: ACCOUNT, namespace: shop}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: KINDRole, name: NAME}
    ---
    """
        .replace("NAME, namespace: shop", kind.isEmpty() ? "NAME, namespace: shop" : "NAME")
        .replace("KINDRole", kind + "Role")
        .replace("NAME", "grant-" + account)
        .replace("ACCOUNT", account)
        .replace("RULES", String.join("\n", rules));
  }

  private static String rule(String group, String resource, String verbs) {
    return "- {apiGroups: [\"%s\"], resources: [%s], verbs: [%s]}"
        .formatted(group, resource, verbs);
  }

  @ParameterizedTest
  @CsvSource({
    "argoproj.io, workflows",
    "argoproj.io, cronworkflows",
    "tekton.dev, taskruns",
    "tekton.dev, pipelineruns",
    "serving.knative.dev, services",
    "monitoring.coreos.com, prometheuses",
    "kubevirt.io, virtualmachines"
  })
  void aCustomResourceThatMakesPodsIsAWay(String group, String resource) {
    Chain chain = chain(role("run", group, resource, "runner"), "shop/runner", Power.CREATE_PODS);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(chain.hops())
        .anySatisfy(h ->
            assertThat(h.text())
                .isEqualTo("rule 1: create %s.%s, in shop".formatted(resource, group)));
    String reads = role("run", group, resource, "runner").replace("[create]", "[get, list]");
    assertThat(chain(reads, "shop/runner", Power.CREATE_PODS).outcome())
        .isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void aCustomResourceThatMakesNoPodsIsNoWay() {
    String certificates = role("run", "cert-manager.io", "certificates", "runner");
    assertThat(chain(certificates, "shop/runner", Power.CREATE_PODS).outcome())
        .isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void whoMayBindAndCreateBindingsHasEverythingAndWhoMayOnlyOneHasNot() {
    String group = "rbac.authorization.k8s.io";
    String bind = rule(group, "clusterroles", "bind");
    String create = rule(group, "clusterrolebindings", "create");
    Chain both = chain(grant("Cluster", "a", bind, create), "shop/a", Power.EVERYTHING);

    assertThat(both.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(both.hops().get(both.hops().size() - 2).text()).isEqualTo("binds it to itself");
    assertThat(both.cuts()).isEqualTo(4);
    for (String one : List.of(bind, create)) {
      assertThat(chain(grant("Cluster", "a", one), "shop/a", Power.EVERYTHING).outcome())
          .isEqualTo(Chain.Outcome.NONE);
    }
    String named = bind.replace("verbs", "resourceNames: [cluster-admin], verbs");
    assertThat(chain(grant("Cluster", "a", named, create), "shop/a", Power.EVERYTHING).outcome())
        .isEqualTo(Chain.Outcome.REACHES);
  }

  @Test
  void bindingInOneNamespaceGivesWhatLivesThereOnly() {
    String group = "rbac.authorization.k8s.io";
    String text =
        grant("", "a", rule(group, "clusterroles", "bind"), rule(group, "rolebindings", "create"));

    assertThat(chain(text, "shop/a", Power.READ_SECRETS).outcome())
        .isEqualTo(Chain.Outcome.REACHES);
    assertThat(chain(text, "shop/a", Power.EVERYTHING).outcome()).isEqualTo(Chain.Outcome.NONE);
    assertThat(chain(text, "shop/a", Power.CREATE_VOLUMES).outcome()).isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void escalateNeedsToWriteARoleAndThenGivesEverything() {
    String group = "rbac.authorization.k8s.io";
    String both = grant("Cluster", "a", rule(group, "clusterroles", "\"escalate\", patch"));
    String alone = grant("Cluster", "a", rule(group, "clusterroles", "escalate"));

    assertThat(chain(both, "shop/a", Power.EVERYTHING).outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(chain(alone, "shop/a", Power.EVERYTHING).outcome()).isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void whoImpersonatesAccountsHasWhatTheyHave() {
    String accounts =
        grant("", "a", rule("", "serviceaccounts", "impersonate"))
            + grant("", "reader", rule("", "secrets", "get"));
    Chain chain = chain(accounts, "shop/a", Power.READ_SECRETS);
    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(chain.hops())
        .anySatisfy(h -> assertThat(h.text()).isEqualTo("impersonates shop/reader"));
    assertThat(chain(accounts, "shop/a", Power.EVERYTHING).outcome()).isEqualTo(Chain.Outcome.NONE);
  }

  private static final String RESTRICTED = "pod-security.kubernetes.io/enforce: restricted";

  @Test
  void aVolumeThatIsAFolderOfTheNodeGoesRoundTheEnforcedLevel() {
    String text =
        namespace(RESTRICTED)
            + grant("", "a", rule("apps", "statefulsets", "create"))
            + grant("Cluster", "a", rule("", "persistentvolumes", "create"));
    Chain chain = chain(text, "shop/a", Power.CREATE_PODS);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(chain.hops())
        .anySatisfy(h ->
            assertThat(h.text())
                .isEqualTo("refuses a hostPath in a pod, not a claim on a volume that is one"))
        .anySatisfy(h -> assertThat(h.text()).startsWith("makes a folder of a node a volume"));
    String noClaims = text.replace("resources: [statefulsets]", "resources: [deployments]");
    assertThat(chain(noClaims, "shop/a", Power.CREATE_PODS).outcome())
        .isEqualTo(Chain.Outcome.STOPPED);
    String refused =
        text
            + """
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata: {name: no-host-path-volumes}
            spec:
              validationFailureAction: Enforce
              rules:
              - name: none
                match: {any: [{resources: {kinds: [PersistentVolume]}}]}
                validate: {message: no, pattern: {spec: {'X(hostPath)': 'null'}}}
            """;
    assertThat(chain(refused, "shop/a", Power.CREATE_PODS).outcome())
        .isEqualTo(Chain.Outcome.STOPPED);
  }

  @Test
  void aVolumeThatIsThereCountsWhereAClaimOfTheNamespaceHoldsIt() {
    String volume =
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: disk}
        spec:
          hostPath: {path: /}
          claimRef: {namespace: OWNER, name: disk}
        """;
    String text = namespace(RESTRICTED) + grant("", "a", rule("apps", "deployments", "create"));
    Chain chain = chain(text + volume.replace("OWNER", "shop"), "shop/a", Power.CREATE_PODS);
    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(chain.hops()).anySatisfy(h -> assertThat(h.cut()).contains("Take away the volume"));
    assertThat(chain(text + volume.replace("OWNER", "bank"), "shop/a", Power.CREATE_PODS).outcome())
        .isEqualTo(Chain.Outcome.STOPPED);
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

  private static final String ADMIN =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: ACCOUNT-admin}
      subjects: [{kind: ServiceAccount, name: ACCOUNT, namespace: shop}]
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ROLE}
      ---
      """;

  private static String clusterRole(String name, String group, String resources, String verbs) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata: {name: NAME}
    rules: [{apiGroups: ["GROUP"], resources: [RES], verbs: [VERBS]}]
    ---
    """
        .replace("NAME", name)
        .replace("GROUP", group)
        .replace("RES", resources)
        .replace("VERBS", verbs);
  }

  private static String bound(String account, String role) {
    return ADMIN.replace("ACCOUNT", account).replace("ROLE", role);
  }

  @Test
  void whoMayChangeWhatRefusesThemIsNotStopped() {
    String enforced = namespace("pod-security.kubernetes.io/enforce: restricted");
    Chain labels =
        chain(
            enforced
                + role("deploy", "", "pods", "l1")
                + clusterRole("nsadm", "", "namespaces", "patch")
                + bound("l1", "nsadm"),
            "shop/l1",
            Power.CREATE_PODS);

    assertThat(labels.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(labels.hops())
        .anySatisfy(h -> assertThat(h.text()).endsWith("but the account may change that"));
    assertThat(chain(enforced + bound("boss", "cluster-admin"), "shop/boss", Power.CREATE_PODS))
        .extracting(Chain::outcome)
        .isEqualTo(Chain.Outcome.REACHES);
  }

  @Test
  void actingAsOthersAndBindingRolesLeadOn() {
    String text =
        clusterRole("imp", "", "serviceaccounts", "impersonate")
            + bound("i1", "imp")
            + role("read", "", "secrets", "i2").replace("verbs: [create]", "verbs: [get]")
            + clusterRole(
                "rbac",
                "rbac.authorization.k8s.io",
                "clusterroles, clusterrolebindings",
                "bind, create")
            + bound("e1", "rbac");

    assertThat(chain(text, "shop/i1", Power.READ_SECRETS).outcome())
        .isEqualTo(Chain.Outcome.REACHES);
    assertThat(chain(text, "shop/e1", Power.READ_SECRETS).outcome())
        .isEqualTo(Chain.Outcome.REACHES);
  }

  @Test
  void anUnknownRoleOfAnAccountOnTheWayLeavesItUndetermined() {
    Chain chain =
        chain(
            pod("worker", "b2") + role("enter", "", "pods/exec", "b1") + bound("b2", "not-opened"),
            "shop/b1",
            Power.READ_SECRETS);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.UNDETERMINED);
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

  @Test
  void aBindingThatTheServerRefusesGivesNoPowerAndTheChainSaysWhy() {
    String refused =
        role("read", "", "secrets", "reader")
            .replace("[create]", "[get]")
            .replace("kind: ServiceAccount", "kind: ServiceAccount, apiGroup: apps");
    String mixed = refused + role("deploy", "apps", "deployments", "reader");

    Chain chain = chain(refused, "shop/reader", Power.READ_SECRETS);
    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.UNDETERMINED);
    assertThat(chain.because())
        .isEqualTo(
            "the API server refuses RoleBinding read as it is written: a ServiceAccount is of"
                + " the core group: leave apiGroup out");
    assertThat(chain(refused, "shop/reader", Power.EXEC).outcome()).isEqualTo(Chain.Outcome.NONE);
    assertThat(chain(mixed, "shop/reader", Power.CREATE_PODS).outcome())
        .isEqualTo(Chain.Outcome.REACHES);
  }

  @Test
  void aRoleThatTheServerRefusesGivesNoPower() {
    String refused =
        role("read", "", "secrets", "reader")
            .replace("verbs: [create]", "verbs: [get]\n- {resources: [pods], verbs: [get]}");

    Chain chain = chain(refused, "shop/reader", Power.READ_SECRETS);
    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.UNDETERMINED);
    assertThat(chain.because()).contains("refuses Role read as it is written");
  }
}
