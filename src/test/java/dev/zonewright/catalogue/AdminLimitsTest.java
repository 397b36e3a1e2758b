package dev.zonewright.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What administrators' policies leave open is told as {@code reach} answers it. */
class AdminLimitsTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop, labels: {app: api}}
      spec: {containers: [{name: a, image: a}]}
      """;

  private static final String ALL =
      "{action: Deny, to: [{namespaces: {}}]}, {action: Deny, to: [{networks: [0.0.0.0/0,"
          + " '::/0']}]}";

  private static final String FROM = "{action: Deny, from: [{namespaces: {}}]}";

  private static String admin(String kind, String spec) {
    String name = kind.startsWith("Baseline") ? "default" : "a";
    String priority = kind.startsWith("Baseline") ? "" : "priority: 1, ";
    return """
    ---
    apiVersion: policy.networking.k8s.io/v1alpha1
    kind: %s
    metadata: {name: %s}
    spec: {%ssubject: {namespaces: {}}, %s}
    """
        .formatted(kind, name, priority, spec);
  }

  private static String egress(String rules) {
    return admin("AdminNetworkPolicy", "egress: [" + rules + "]");
  }

  private static List<LocatedFinding> egressOf(String text) {
    return Reviewed.find("open-egress", POD + text);
  }

  @Test
  void whatIsDeniedByDefaultIsLimited() {
    assertThat(egressOf("")).hasSize(1);
    assertThat(egressOf(egress(ALL))).isEmpty();
    assertThat(egressOf(admin("BaselineAdminNetworkPolicy", "egress: [" + ALL + "]"))).isEmpty();
    assertThat(
            Reviewed.find(
                "open-ingress",
                POD + admin("BaselineAdminNetworkPolicy", "ingress: [" + FROM + "]")))
        .isEmpty();
    // what it allows before it denies the rest is what it is for
    String allow = "{action: Allow, to: [{namespaces: {matchLabels: {team: dns}}}]}, ";
    assertThat(egressOf(egress(allow + ALL))).isEmpty();
    String cluster =
        egress(ALL)
            .replace("v1alpha1", "v1alpha2")
            .replace("kind: AdminNetworkPolicy", "kind: ClusterNetworkPolicy")
            .replace("priority: 1", "tier: Admin, priority: 1");
    assertThat(egressOf(cluster)).isEmpty();
  }

  @Test
  void whatIsLeftOpenIsNamed() {
    String pods = ALL.substring(0, ALL.indexOf("}}]}") + "}}]}".length());

    assertThat(egressOf(egress(pods)).getFirst().finding().message())
        .isEqualTo(
            "No opened NetworkPolicy isolates the egress of Pod api, and the policies of"
                + " administrators leave open: the internet, the ports of nodes, the metadata"
                + " service");
    // one that denies nothing of it changes nothing
    assertThat(
            egressOf(egress("{action: Allow, to: [{namespaces: {}}]}"))
                .getFirst()
                .finding()
                .message())
        .contains("it connects to everything");
  }

  @Test
  void ofAnotherTenantItSaysNothing() {
    String other =
        egress(ALL)
            .replace("namespaces: {}}, egress", "namespaces: {matchLabels: {a: b}}}, egress");

    assertThat(egressOf(other)).hasSize(1);
    assertThat(egressOf(other).getFirst().finding().verdict()).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void whereItCannotBeReadItIsNotKnown() {
    LocatedFinding found = egressOf(egress(ALL.replace("Deny", "'${ACTION}'"))).getFirst();

    assertThat(found.finding().verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(found.finding().message()).contains("is not known: ", "no action that is known");
  }

  @Test
  void aPolicyThatOpensEverythingLeavesNothingToTheBaseline() {
    String open =
        """
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: all, namespace: shop}
        spec: {podSelector: {}, policyTypes: [Egress], egress: [{}]}
        """;

    assertThat(egressOf(open + admin("BaselineAdminNetworkPolicy", "egress: [" + ALL + "]")))
        .hasSize(1);
    assertThat(egressOf(open + egress(ALL))).isEmpty();
  }

  @Test
  void theRulesOfAPluginAreNotRead() {
    String cilium =
        """
        ---
        apiVersion: cilium.io/v2
        kind: CiliumClusterwideNetworkPolicy
        metadata: {name: c}
        spec: {endpointSelector: {}, egress: [{}]}
        """;

    assertThat(egressOf(cilium).getFirst().finding().message())
        .isEqualTo(
            "No NetworkPolicy isolates the egress of Pod api, and the rules of"
                + " CiliumClusterwideNetworkPolicy c are not read");
  }
}
