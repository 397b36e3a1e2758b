package dev.zonewright.kube.access.chain;

import static dev.zonewright.kube.access.chain.AccessWorld.ADM;
import static dev.zonewright.kube.access.chain.AccessWorld.POD;
import static dev.zonewright.kube.access.chain.AccessWorld.RBAC;
import static dev.zonewright.kube.access.chain.AccessWorld.chain;
import static dev.zonewright.kube.access.chain.AccessWorld.everywhere;
import static dev.zonewright.kube.access.chain.AccessWorld.here;
import static dev.zonewright.kube.access.chain.AccessWorld.role;
import static dev.zonewright.kube.access.chain.AccessWorld.rule;
import static dev.zonewright.kube.access.chain.AccessWorld.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.access.Power;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to other accounts and to more rights that need no right over pods or tokens. */
class MissedPowersTest {
  private static Chain everything(String... parts) {
    return chain(String.join("", parts), Power.EVERYTHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"update", "patch"})
  void whoReplacesTheImageOfAPodRunsAsItsAccount(String verb) {
    Chain chain = everything(ADM, POD, here(rule("", "pods", verb)));

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(texts(chain)).contains("runs its own image in a pod that has the token of a/adm");
    assertThat(everything(ADM, here(rule("", "pods", verb))).outcome())
        .isEqualTo(Chain.Outcome.NONE);
    assertThat(chain(POD + here(rule("", "pods", verb)), Power.CREATE_PODS).outcome())
        .isEqualTo(Chain.Outcome.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "list", "watch"})
  void whoMakesAndReadsSecretsHasTheTokensOfTheNamespace(String read) {
    Chain chain = everything(ADM, here(rule("", "secrets", "create," + read)));

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(texts(chain)).contains("makes a Secret that the server fills with a token of a/adm");
    for (String half : new String[] {"create", read}) {
      assertThat(everything(ADM, here(rule("", "secrets", half))).outcome())
          .isEqualTo(Chain.Outcome.NONE);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EXEC", "READ_LOGS", "PORT_FORWARD", "EVERYTHING"})
  void whoReachesTheKubeletReachesThePodsOfNodes(Power power) {
    String world = ADM + POD + everywhere(rule("", "nodes/proxy", "get"));

    assertThat(chain(world, power).outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(chain(ADM + everywhere(rule("", "nodes/proxy", "get")), Power.EVERYTHING).outcome())
        .isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void whoBindsANamedRoleHasItsPowersThere() {
    String bind = rule(RBAC, "clusterroles", "bind", "edit");
    String make = rule(RBAC, "rolebindings", "create");
    Chain chain = chain(here(bind, make), Power.CREATE_PODS);

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(texts(chain)).contains("binds it to itself, in a");
    assertThat(chain(here(bind, make), Power.CHANGE_ADMISSION).outcome())
        .isEqualTo(Chain.Outcome.NONE);
    assertThat(chain(here(bind), Power.CREATE_PODS).outcome()).isEqualTo(Chain.Outcome.NONE);
    assertThat(chain(here(make), Power.CREATE_PODS).outcome()).isEqualTo(Chain.Outcome.NONE);
    String view = here(rule(RBAC, "clusterroles", "bind", "view"), make);
    assertThat(chain(view, Power.READ_LOGS).outcome()).isEqualTo(Chain.Outcome.REACHES);
    assertThat(chain(view, Power.CREATE_PODS).outcome()).isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void aBoundRoleLeadsOnToOtherAccounts() {
    String text =
        ADM
            + here(
                rule(RBAC, "clusterroles", "bind", "edit"), rule(RBAC, "rolebindings", "create"));

    assertThat(everything(text).outcome()).isEqualTo(Chain.Outcome.REACHES);
  }

  @Test
  void aRoleOfTheNamespaceAndABindingThatIsThereAreWaysToo() {
    String powers = role("Role", ", namespace: a", "logs", rule("", "pods/log", "get"));
    String bind = rule(RBAC, "roles", "bind", "logs");
    String change = rule(RBAC, "rolebindings", "patch");
    String binding =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: logs, namespace: a}
        subjects: [{kind: ServiceAccount, name: other, namespace: a}]
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: logs}
        ---
        """;

    assertThat(chain(powers + binding + here(bind, change), Power.READ_LOGS).outcome())
        .isEqualTo(Chain.Outcome.REACHES);
    assertThat(chain(powers + here(bind, change), Power.READ_LOGS).outcome())
        .isEqualTo(Chain.Outcome.NONE);
    // every cluster has a binding of cluster-admin
    String admin =
        everywhere(
            rule(RBAC, "clusterroles", "bind", "cluster-admin"),
            rule(RBAC, "clusterrolebindings", "patch"));
    assertThat(everything(admin).outcome()).isEqualTo(Chain.Outcome.REACHES);
  }

  @Test
  void aRoleOfItsOwnGivesAllThatThereIsInTheNamespace() {
    String write = rule(RBAC, "roles", "escalate,create,bind");
    String bind = rule(RBAC, "rolebindings", "create");

    assertThat(chain(here(write, bind), Power.READ_SECRETS).outcome())
        .isEqualTo(Chain.Outcome.REACHES);
    assertThat(chain(here(write, bind), Power.EVERYTHING).outcome()).isEqualTo(Chain.Outcome.NONE);
    // a role that it lacks the rights of is not bound without the verb
    String noBind = here(rule(RBAC, "roles", "escalate,create"), bind);
    assertThat(chain(noBind, Power.READ_SECRETS).outcome()).isEqualTo(Chain.Outcome.NONE);
  }

  @Test
  void theAccountsOfControllersLeaveItUndetermined() {
    Chain chain = everything(everywhere(rule("", "pods", "create")));

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.UNDETERMINED);
    assertThat(chain.because())
        .isEqualTo(
            "kube-system/clusterrole-aggregation-controller exists where the controllers of the"
                + " control plane have accounts of their own");
    assertThat(everything(here(rule("", "pods", "create"))).outcome())
        .isEqualTo(Chain.Outcome.NONE);
    // a sure way is told, however long it is
    assertThat(everything(ADM, everywhere(rule("", "pods", "create"))).outcome())
        .isEqualTo(Chain.Outcome.REACHES);
    // whether an account exists does not matter to who impersonates it
    assertThat(everything(everywhere(rule("", "serviceaccounts", "impersonate"))).outcome())
        .isEqualTo(Chain.Outcome.REACHES);
  }

  @Test
  void impersonationWithinLimitsIsNotFollowed() {
    String whom = rule("authentication.k8s.io", "users", "impersonate:user-info");
    String what = rule("", "pods", "impersonate-on:user-info:list");
    Chain chain = everything(everywhere(whom, what));

    assertThat(chain.outcome()).isEqualTo(Chain.Outcome.UNDETERMINED);
    assertThat(chain.because())
        .startsWith("ClusterRole all, rule 1 lets it impersonate within limits");
    assertThat(everything(everywhere(whom)).outcome()).isEqualTo(Chain.Outcome.NONE);
  }
}
