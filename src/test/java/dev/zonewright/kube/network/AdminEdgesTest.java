package dev.zonewright.kube.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Readings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What policies of administrators leave open, and what their definitions refuse. */
class AdminEdgesTest {
  private static final String PODS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop, labels: {app: api}}
      spec: {containers: [{name: a, image: a}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db, namespace: bank, labels: {app: db}}
      spec: {containers: [{name: a, image: a}]}
      """;

  private static final Readings NODES =
      new Readings(false, false, true, List.of(), List.of(Cidr.known("10.1.0.0/16")), List.of());

  private static Answer answer(String text, String to, Readings readings) {
    NetworkModel model = OracleTest.model(PODS + text);
    Endpoint from = new Endpoint.OfPod(model.find("shop/Pod/api").getFirst());
    Endpoint end =
        switch (to) {
          case "pod" -> new Endpoint.OfPod(model.find("bank/Pod/db").getFirst());
          case "node" -> Destinations.nodePort(readings, 10250).getFirst().endpoint();
          default -> Destinations.typed(to).orElseThrow();
        };
    return new Reachability(model, readings).answer(new Question(from, end, Protocol.TCP, 80));
  }

  private static String outcome(String text, String to, Readings readings) {
    return answer(text, to, readings).outcome().words();
  }

  private static String policy(String version, String kind, String name, String spec) {
    return """
    ---
    apiVersion: policy.networking.k8s.io/%s
    kind: %s
    metadata: {name: %s}
    spec: {subject: {namespaces: {}}, %s}
    """
        .formatted(version, kind, name, spec);
  }

  private static String admin(String name, int priority, String action, String peers) {
    return policy(
        "v1alpha1",
        "AdminNetworkPolicy",
        name,
        "priority: %d, egress: [{action: %s, to: [%s]}]".formatted(priority, action, peers));
  }

  private static final String ALL = "{namespaces: {}}";

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, denied, undetermined",
    "10.2.0.1, allowed, undetermined",
    "8.8.8.8, allowed, allowed",
    "169.254.169.254, allowed, allowed",
    "node, not opened by policy, not opened by policy"
  })
  void aTypedAddressMayBeThatOfANode(String to, String given, String unknown) {
    String deny = admin("a", 1, "Deny", "{nodes: {}}");
    assertThat(outcome(deny, to, NODES)).isEqualTo(given);
    assertThat(outcome(deny, to, Readings.WHOLE_CLUSTER)).isEqualTo(unknown);
  }

  @Test
  void someNodesAreNotKnownByTheirLabels() {
    String deny = admin("a", 1, "Deny", "{nodes: {matchLabels: {x: y}}}");
    assertThat(outcome(deny, "10.1.2.3", NODES)).isEqualTo("undetermined");
    assertThat(outcome(deny, "10.2.2.3", NODES)).isEqualTo("allowed");
  }

  @Test
  void policiesOfOnePriorityThatDisagreeDecideNothing() {
    String allow = admin("x", 5, "Allow", ALL);
    String deny = admin("b", 5, "Deny", ALL);
    Answer answer = answer(allow + deny, "pod", Readings.WHOLE_CLUSTER);
    assertThat(answer.outcome()).isEqualTo(Answer.Outcome.UNDETERMINED);
    assertThat(answer.because())
        .containsExactly(
            "b, x have the same priority, and which of them goes first is not defined");
    assertThat(outcome(deny + admin("x", 5, "Deny", ALL), "pod", Readings.WHOLE_CLUSTER))
        .isEqualTo("denied");
    assertThat(outcome(deny + admin("x", 6, "Allow", ALL), "pod", Readings.WHOLE_CLUSTER))
        .isEqualTo("denied");
    // what is passed on is open here anyway
    assertThat(outcome(allow + admin("b", 5, "Pass", ALL), "pod", Readings.WHOLE_CLUSTER))
        .isEqualTo("allowed");
    // one before them decides
    assertThat(outcome(allow + deny + admin("z", 4, "Deny", ALL), "pod", Readings.WHOLE_CLUSTER))
        .isEqualTo("denied");
    // rules that never meet one connection do not disagree
    String elsewhere = admin("b", 5, "Deny", "{networks: [10.0.0.0/8]}");
    String shop = admin("x", 5, "Allow", "{networks: [11.0.0.0/8]}");
    assertThat(outcome(shop + elsewhere, "10.0.0.1", Readings.WHOLE_CLUSTER)).isEqualTo("denied");
    assertThat(outcome(shop + elsewhere, "11.0.0.1", Readings.WHOLE_CLUSTER)).isEqualTo("allowed");
  }

  @Test
  void anyOfThreePoliciesMayGoFirst() {
    String three =
        admin("a", 5, "Allow", ALL) + admin("b", 5, "Deny", ALL) + admin("c", 5, "Allow", ALL);
    assertThat(outcome(three, "pod", Readings.WHOLE_CLUSTER)).isEqualTo("undetermined");
  }

  @Test
  void theFamilyOfPodsIsSaidWhereItIsTaken() {
    String deny = admin("a", 1, "Deny", "{networks: [0.0.0.0/0]}");
    assertThat(outcome(deny, "pod", Readings.WHOLE_CLUSTER)).isEqualTo("denied");
    assertThat(notes(deny)).contains("they are assumed to be IPv4");
    assertThat(notes("")).doesNotContain("IPv4");
    String six = admin("a", 1, "Deny", "{networks: ['::/0']}");
    assertThat(outcome(six, "pod", Readings.WHOLE_CLUSTER)).isEqualTo("undetermined");
    Readings four =
        new Readings(false, false, true, List.of(Cidr.known("10.0.0.0/8")), List.of(), List.of());
    assertThat(outcome(six, "pod", four)).isEqualTo("allowed");
  }

  private static String notes(String text) {
    NetworkModel model = OracleTest.model(PODS + text);
    Question question =
        new Question(
            new Endpoint.OfPod(model.find("shop/Pod/api").getFirst()),
            new Endpoint.OfPod(model.find("bank/Pod/db").getFirst()),
            Protocol.TCP,
            80);
    Readings readings = Readings.WHOLE_CLUSTER;
    Answer answer = new Reachability(model, readings).answer(question);
    return new Steps(readings).of(question, answer).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1alpha1|AdminNetworkPolicy|a|priority: 5, egress: [{action: Deny, to: [%s]}]|",
        "v1alpha1|AdminNetworkPolicy|a|priority: 1001, egress: [{action: Deny, to: [%s]}]|1000",
        "v1alpha1|AdminNetworkPolicy|a|egress: [{action: Deny, to: [%s]}]|priority",
        "v1beta1|AdminNetworkPolicy|a|priority: 5, egress: [{action: Deny, to: [%s]}]|no kind",
        "v1alpha1|AdminNetworkPolicy|a|priority: 5, egress: [{action: Accept, to: [%s]}]|action",
        "v1alpha1|BaselineAdminNetworkPolicy|default|egress: [{action: Deny, to: [%s]}]|",
        "v1alpha1|BaselineAdminNetworkPolicy|mine|egress: [{action: Deny, to: [%s]}]|named default",
        "v1alpha2|ClusterNetworkPolicy|c|tier: Admin, priority: 5, egress: [{action: Deny, to:"
            + " [%s]}]|",
        "v1beta1|ClusterNetworkPolicy|c|tier: Baseline, priority: 5, egress: [{action: Deny, to:"
            + " [%s]}]|",
        "v1beta1|ClusterNetworkPolicy|c|priority: 5, egress: [{action: Deny, to: [%s]}]|tier",
        "v1beta1|ClusterNetworkPolicy|c|tier: Admin, priority: 5, egress: [{action: Allow, to:"
            + " [%s]}]|action",
        "v1beta1|ClusterNetworkPolicy|c|tier: Admin, priority: 5, egress: [{action: Deny, to: [%s],"
            + " ports: [{namedPort: x}]}]|no field ports",
        "v1alpha1|AdminNetworkPolicy|a|priority: 5, egress: [{action: Deny, to: [{namespaces: {},"
            + " networks: [10.0.0.0/8]}]}]|only one",
        "v1alpha1|AdminNetworkPolicy|a|priority: 5, egress: [{action: Deny, to: [{}]}]|must be"
            + " given",
        "v1alpha1|AdminNetworkPolicy|a|priority: 5, egress: [{action: Deny, to: []}]|list of 1",
        "v1alpha1|AdminNetworkPolicy|a|priority: 5, egress: [{action: Deny, to: [%s, {networks:"
            + " [10.0.0.1/8]}]}]|is not a",
      })
  void whatTheDefinitionsRefuseDecidesNothing(
      String version, String kind, String name, String spec, String why) {
    String text = policy(version, kind, name, spec.formatted(ALL));
    Answer answer = answer(text, "pod", Readings.WHOLE_CLUSTER);
    assertThat(OracleTest.model(text).admin().getFirst().problems().toString())
        .contains(why == null ? "[]" : why);
    assertThat(answer.outcome())
        .isEqualTo(why == null ? Answer.Outcome.DENIED : Answer.Outcome.UNDETERMINED);
  }

  @Test
  void aRefusedPolicyReplacesNone() {
    String good = admin("a", 5, "Deny", ALL);
    String refused = admin("a", 5000, "Allow", ALL);
    assertThat(outcome(good + refused, "pod", Readings.WHOLE_CLUSTER)).isEqualTo("denied");
    assertThat(outcome(refused + good, "pod", Readings.WHOLE_CLUSTER)).isEqualTo("denied");
  }
}
