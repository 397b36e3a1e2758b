package dev.zonewright.kube.access.chain;

import static dev.zonewright.kube.access.chain.AccessWorld.ADM;
import static dev.zonewright.kube.access.chain.AccessWorld.POD;
import static dev.zonewright.kube.access.chain.AccessWorld.RBAC;
import static dev.zonewright.kube.access.chain.AccessWorld.chain;
import static dev.zonewright.kube.access.chain.AccessWorld.everywhere;
import static dev.zonewright.kube.access.chain.AccessWorld.here;
import static dev.zonewright.kube.access.chain.AccessWorld.rule;
import static dev.zonewright.kube.access.chain.AccessWorld.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.access.Power;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule for named objects leads on where a request names its object. */
class NamedRulesTest {
  private static final String TOKEN =
      """
      apiVersion: v1
      kind: Secret
      type: kubernetes.io/service-account-token
      metadata:
        name: tok
        namespace: a
        annotations: {kubernetes.io/service-account.name: adm}
      ---
      """;
  private static final String BOB =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: bob}
      subjects: [{kind: User, name: bob, apiGroup: rbac.authorization.k8s.io}]
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
      ---
      """;

  private static Chain.Outcome everything(String... parts) {
    return chain(String.join("", parts), Power.EVERYTHING).outcome();
  }

  private static void reaches(String hop, String... parts) {
    Chain chain = chain(String.join("", parts), Power.EVERYTHING);
    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(texts(chain)).contains(hop);
  }

  @Test
  void aNamedUserOrGroupIsImpersonated() {
    String bob = rule("", "users", "impersonate", "bob");
    String masters = rule("", "groups", "impersonate", "\"system:masters\"");
    String alice = rule("", "users", "impersonate", "alice");

    reaches("impersonates it", BOB, everywhere(bob));
    reaches("acts as a user of the group that may do everything", everywhere(alice, masters));
    assertThat(everything(BOB, everywhere(alice))).isEqualTo(Chain.Outcome.NONE);
    assertThat(everything(everywhere(masters))).isEqualTo(Chain.Outcome.NONE);
    // a RoleBinding gives no right over what lives in no namespace
    assertThat(everything(BOB, here(bob))).isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void aGroupThatIsBoundIsImpersonatedWithAUser() {
    String team = BOB.replace("kind: User, name: bob", "kind: Group, name: team");
    String group = rule("", "groups", "impersonate", "team");

    reaches("impersonates it", team, everywhere(rule("", "users", "impersonate", "x"), group));
    assertThat(everything(team, everywhere(group))).isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void aNamedAccountIsImpersonatedOrItsTokenTaken() {
    reaches("impersonates a/adm", ADM, here(rule("", "serviceaccounts", "impersonate", "adm")));
    reaches(
        "asks for a token of a/adm", ADM, here(rule("", "serviceaccounts/token", "create", "adm")));
    for (String other :
        List.of(
            rule("", "serviceaccounts", "impersonate", "other"),
            rule("", "serviceaccounts/token", "create", "other"))) {
      assertThat(everything(ADM, here(other))).isEqualTo(Chain.Outcome.NONE);
    }
  }

  @Test
  void aNamedPodIsEntered() {
    reaches(
        "runs a command in a pod that has the token of a/adm",
        ADM,
        POD,
        here(rule("", "pods/exec", "create", "ap")));
    assertThat(everything(ADM, POD, here(rule("", "pods/exec", "create", "other"))))
        .isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void aNamedWorkloadIsChangedAndNeverMade() {
    reaches("runs a pod as a/adm", ADM, here(rule("apps", "deployments", "update", "dep")));
    assertThat(everything(ADM, here(rule("apps", "deployments", "create", "dep"))))
        .isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void aNamedSecretWithATokenIsRead() {
    reaches(
        "reads a Secret with a token of a/adm",
        ADM,
        TOKEN,
        here(rule("", "secrets", "get", "tok")));
    assertThat(everything(ADM, TOKEN, here(rule("", "secrets", "get", "other"))))
        .isEqualTo(Chain.Outcome.NONE);
    String opaque = TOKEN.replace("kubernetes.io/service-account-token", "Opaque");
    assertThat(everything(ADM, opaque, here(rule("", "secrets", "get", "tok"))))
        .isEqualTo(Chain.Outcome.NONE);
    // one Secret is not what the power to read Secrets means
    assertThat(chain(TOKEN + here(rule("", "secrets", "get", "tok")), Power.READ_SECRETS).outcome())
        .isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void theKubeletOfANamedNodeIsReached() {
    String node = everywhere(rule("", "nodes/proxy", "get", "n1"));

    assertThat(texts(chain(node, Power.REACH_NODES)))
        .contains("rule 1: get nodes/proxy n1, everywhere; only the node n1");
    assertThat(texts(chain(node, Power.EXEC)))
        .contains("enters the pods of the node n1, whatever their namespaces");
    // which pods run there is not written
    Chain all = chain(ADM + POD + node, Power.EVERYTHING);
    assertThat(all.outcome()).isEqualTo(Chain.Outcome.UNDETERMINED);
    assertThat(all.because()).isEqualTo("whether a pod of a/adm runs on the node n1 is not known");
  }

  @Test
  void whoMayChangeOneRoleLiftsItsLimitsOnlyByItsName() {
    String escalate = rule(RBAC, "clusterroles", "escalate", "x");

    assertThat(
            chain(everywhere(escalate, rule(RBAC, "clusterroles", "create")), Power.CHANGE_ACCESS)
                .outcome())
        .isEqualTo(Chain.Outcome.REACHES);
    assertThat(
            chain(everywhere(escalate, rule(RBAC, "clusterroles", "get", "x")), Power.CHANGE_ACCESS)
                .because())
        .isEqualTo("ClusterRole all, rule 1: escalate alone: no right to update x");
    assertThat(
            chain(
                    everywhere(escalate, rule(RBAC, "clusterroles", "update", "x")),
                    Power.CHANGE_ACCESS)
                .outcome())
        .isEqualTo(Chain.Outcome.REACHES);
  }

  @Test
  void aNamedRoleIsRewrittenWhereTheAccountHasIt() {
    reaches(
        "writes all rights into a role that it has",
        everywhere(rule(RBAC, "clusterroles", "escalate,update", "all")));
    assertThat(everything(everywhere(rule(RBAC, "clusterroles", "escalate,update", "other"))))
        .isEqualTo(Chain.Outcome.NONE);
  }
}
