package dev.zonewright.kube.access.chain;

import static dev.zonewright.kube.access.chain.ChainWorld.RESTRICTED;
import static dev.zonewright.kube.access.chain.ChainWorld.bound;
import static dev.zonewright.kube.access.chain.ChainWorld.chain;
import static dev.zonewright.kube.access.chain.ChainWorld.clusterRole;
import static dev.zonewright.kube.access.chain.ChainWorld.grant;
import static dev.zonewright.kube.access.chain.ChainWorld.namespace;
import static dev.zonewright.kube.access.chain.ChainWorld.pod;
import static dev.zonewright.kube.access.chain.ChainWorld.role;
import static dev.zonewright.kube.access.chain.ChainWorld.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.access.Power;
import org.junit.jupiter.api.Test;

/** What stops a chain to pods with a hostPath, what does not, and what leaves it undetermined. */
class ChainRestraintTest {
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
                .isEqualTo("refuses a hostPath in a pod, but not a claim for a hostPath volume"))
        .anySatisfy(h -> assertThat(h.text()).startsWith("makes a folder of a node into a volume"));
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
    assertThat(chain.hops()).anySatisfy(h -> assertThat(h.cut()).contains("Remove the volume"));
    assertThat(chain(text + volume.replace("OWNER", "bank"), "shop/a", Power.CREATE_PODS).outcome())
        .isEqualTo(Chain.Outcome.STOPPED);
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
            "the API server refuses RoleBinding read: a ServiceAccount is of"
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
    assertThat(chain.because()).contains("refuses Role read: ");
  }
}
