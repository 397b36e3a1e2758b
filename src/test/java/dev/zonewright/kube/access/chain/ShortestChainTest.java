package dev.zonewright.kube.access.chain;

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

/** A chain is counted in hops, whether an account gives itself a right or becomes another one. */
class ShortestChainTest {
  private static final String TOKENS = rule("", "serviceaccounts/token", "create");

  /** To be bound by the account itself: seven hops to its right behind the account. */
  private static final String LOAN =
      role("ClusterRole", "", "tok", TOKENS)
          + everywhere(
              rule(RBAC, "clusterroles", "bind", "tok"),
              rule(RBAC, "clusterrolebindings", "create"));

  @Test
  void whatARuleGivesByNameGoesBeforeARoleThatIsToBeBound() {
    assertThat(chain(LOAN, Power.REQUEST_TOKENS).hops()).hasSize(8);

    Chain direct =
        chain(
            LOAN + here(rule("", "serviceaccounts/token", "create", "adm")), Power.REQUEST_TOKENS);

    assertThat(direct.hops()).hasSize(4);
    assertThat(texts(direct)).contains("rule 1: create serviceaccounts/token adm, in a");
  }

  @Test
  void aBindingOfOneNamespaceGoesBeforeARoleThatIsToBeBoundEverywhere() {
    Chain direct = chain(LOAN + here(TOKENS), Power.REQUEST_TOKENS);

    assertThat(direct.hops()).hasSize(4);
    assertThat(texts(direct)).contains("rule 1: create serviceaccounts/token, in a");
  }

  @Test
  void anotherAccountGoesBeforeALongerWayOfOnesOwn() {
    String adm =
        here(TOKENS).replace("name: s,", "name: adm,").replace("name: own", "name: of-adm");
    Chain other =
        chain(LOAN + POD + adm + here(rule("", "pods/exec", "create", "ap")), Power.REQUEST_TOKENS);

    assertThat(other.hops()).hasSize(7);
    assertThat(texts(other)).contains("runs a command in a pod that has the token of a/adm");
  }
}
