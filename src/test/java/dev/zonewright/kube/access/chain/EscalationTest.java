package dev.zonewright.kube.access.chain;

import static dev.zonewright.kube.access.chain.ChainWorld.bound;
import static dev.zonewright.kube.access.chain.ChainWorld.chain;
import static dev.zonewright.kube.access.chain.ChainWorld.clusterRole;
import static dev.zonewright.kube.access.chain.ChainWorld.grant;
import static dev.zonewright.kube.access.chain.ChainWorld.role;
import static dev.zonewright.kube.access.chain.ChainWorld.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.access.Power;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ways to rights that nobody gave: custom resources that make pods, bind, escalate and impersonate.
 */
class EscalationTest {
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
}
