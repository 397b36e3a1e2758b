package dev.zonewright.kube.access.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.access.Power;
import org.junit.jupiter.api.Test;

/** Accounts that can all become one another cost what they and their bindings are, never pairs. */
class EveryoneTest {
  private static final String ACCOUNT =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: sN, namespace: a}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: pN, namespace: a}
      spec: {serviceAccountName: sN, containers: [{name: c, image: 'registry.example/a:1'}]}
      ---
      """;

  /** Every account makes pods, enters them and impersonates, in its namespace and by a group. */
  private static String world(int accounts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < accounts; i++) {
      text.append(ACCOUNT.replace("N", "" + i));
    }
    String rules =
        AccessWorld.here(
            AccessWorld.rule("", "pods\", \"pods/exec", "create"),
            AccessWorld.rule("", "serviceaccounts", "impersonate"));
    String group =
        "{kind: Group, name: 'system:serviceaccounts:a', apiGroup: " + AccessWorld.RBAC + "}";
    return text + rules.replace("{kind: ServiceAccount, name: s, namespace: a}", group);
  }

  private static long looked(String text, Power power, Chain.Outcome expected) {
    Chains chains = AccessWorld.chains(text);
    for (String account : chains.accounts()) {
      assertThat(chains.of(account, power).outcome()).isEqualTo(expected);
    }
    return chains.looked();
  }

  @Test
  void aPowerOfNobodyIsLookedForOnce() {
    long some = looked(world(20), Power.REACH_NODES, Chain.Outcome.NONE);
    long more = looked(world(80), Power.REACH_NODES, Chain.Outcome.NONE);

    assertThat(more).isLessThan(5 * some);
  }

  @Test
  void aPowerOfOneIsFoundOnceForAll() {
    String one = AccessWorld.everywhere(AccessWorld.rule("", "nodes/proxy", "get"));
    String of = one.replace("name: s,", "name: s7,");
    long some = looked(world(20) + of, Power.REACH_NODES, Chain.Outcome.REACHES);
    long more = looked(world(80) + of, Power.REACH_NODES, Chain.Outcome.REACHES);

    assertThat(more).isLessThan(5 * some);
  }

  @Test
  void whatIsNotKnownOfOneIsNotKnownOfAll() {
    String unknown =
        AccessWorld.everywhere(AccessWorld.rule("", "nodes/proxy", "get"))
            .replace("name: s,", "name: s7,")
            .replace("kind: ClusterRole, name: all}", "kind: ClusterRole, name: elsewhere}");
    long some = looked(world(20) + unknown, Power.REACH_NODES, Chain.Outcome.UNDETERMINED);
    long more = looked(world(80) + unknown, Power.REACH_NODES, Chain.Outcome.UNDETERMINED);

    assertThat(more).isLessThan(5 * some);
  }
}
