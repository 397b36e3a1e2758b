package dev.zonewright.kube.access.chain;

import static dev.zonewright.kube.access.chain.AccessWorld.ADM;
import static dev.zonewright.kube.access.chain.AccessWorld.POD;
import static dev.zonewright.kube.access.chain.AccessWorld.chains;
import static dev.zonewright.kube.access.chain.AccessWorld.everywhere;
import static dev.zonewright.kube.access.chain.AccessWorld.here;
import static dev.zonewright.kube.access.chain.AccessWorld.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Power;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever cuts the shortest chain learns which others are left. */
class OtherChainsTest {
  private static final String SECRETS = rule("", "secrets", "get");
  private static final String EXEC = rule("", "pods/exec", "create");

  @Test
  void aSecondBindingThatGivesTheSameIsAnotherChain() {
    List<Chain> others = others(here(SECRETS) + everywhere(SECRETS), Power.READ_SECRETS);

    assertThat(others).hasSize(1);
    assertThat(first(others.getFirst(), Hop.Kind.BINDING)).isEqualTo("RoleBinding own");
  }

  @Test
  void anotherPowerOfTheSameBindingIsAnotherChain() {
    List<Chain> others = others(ADM + POD + here(SECRETS, EXEC), Power.READ_SECRETS);

    assertThat(others).hasSize(1);
    assertThat(others.getFirst().hops().stream().map(Hop::text))
        .contains("runs a command in a pod that has the token of a/adm");
  }

  @Test
  void theSameBeginningIsToldOnceHoweverManyWaysFollowIt() {
    String second = ADM.replace("adm", "two") + POD.replace("adm", "two").replace("ap", "p2");

    assertThat(others(ADM + POD + second + here(EXEC), Power.READ_SECRETS)).isEmpty();
  }

  @Test
  void aWayThatComesBackToTheAccountIsNoOther() {
    String back = POD.replace("serviceAccountName: adm", "serviceAccountName: s");

    assertThat(others(back + here(SECRETS, EXEC), Power.READ_SECRETS)).isEmpty();
  }

  @Test
  void withoutAWayThereIsNoOther() {
    assertThat(others(here(EXEC), Power.READ_SECRETS)).isEmpty();
  }

  @Test
  void theyComeInOrderOfTheirHopsAndNeverBeforeTheShortest() {
    String text = ADM + POD + here(SECRETS, EXEC) + everywhere(SECRETS);
    List<Chain> others = others(text, Power.READ_SECRETS);

    assertThat(others).hasSize(2);
    assertThat(others).extracting(c -> c.hops().size()).isSorted();
    assertThat(others.getFirst().hops().size())
        .isGreaterThanOrEqualTo(chains(text).of("a/s", Power.READ_SECRETS).hops().size());
  }

  @Test
  void ofStoppedChainsTheOthersAreStoppedToo() {
    String stopped =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: a, labels: {pod-security.kubernetes.io/enforce: restricted}}
        ---
        """;
    String makes = rule("", "pods", "create");
    String again = here(makes).replace("name: own", "name: again");
    List<Chain> others = others(stopped + here(makes) + again, Power.CREATE_PODS);

    assertThat(others).hasSize(1);
    assertThat(others.getFirst().outcome()).isEqualTo(Chain.Outcome.STOPPED);
    assertThat(first(others.getFirst(), Hop.Kind.BINDING)).isEqualTo("RoleBinding again");
  }

  private static List<Chain> others(String text, Power power) {
    return chains(text).others(Identity.parse("a/s").orElseThrow(), power);
  }

  private static String first(Chain chain, Hop.Kind kind) {
    return chain.hops().stream().filter(h -> h.kind() == kind).findFirst().orElseThrow().title();
  }
}
