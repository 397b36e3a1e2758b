package dev.zonewright.kube.access.chain;

import static dev.zonewright.kube.access.chain.ChainWorld.chain;
import static dev.zonewright.kube.access.chain.ChainWorld.kinds;
import static dev.zonewright.kube.access.chain.ChainWorld.namespace;
import static dev.zonewright.kube.access.chain.ChainWorld.pod;
import static dev.zonewright.kube.access.chain.ChainWorld.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.access.Power;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shortest way of an account to a power, and where it can be cut. */
class ChainsTest {
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
}
