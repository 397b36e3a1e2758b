package dev.zonewright.kube.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Readings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What selectors say together of a label that is not known. */
class LabelCasesTest {
  private static final String PODS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop, labels: {app: api, tier: '${TIER}'}}
      spec: {containers: [{name: a, image: a}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db, namespace: bank, labels: {app: db}}
      spec: {containers: [{name: a, image: a}]}
      """;

  private static Answer answer(String text) {
    NetworkModel model = OracleTest.model(PODS + text);
    Endpoint from = new Endpoint.OfPod(model.find("shop/Pod/api").getFirst());
    Endpoint to = new Endpoint.OfPod(model.find("bank/Pod/db").getFirst());
    return new Reachability(model, Readings.DOCUMENTED)
        .answer(new Question(from, to, Protocol.TCP, 80));
  }

  private static String outcome(String text) {
    return answer(text).outcome().words();
  }

  private static String policy(String namespace, String name, String spec) {
    return """
    ---
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: %s, namespace: %s}
    spec: {%s}
    """
        .formatted(name, namespace, spec);
  }

  private static String from(String... peers) {
    return policy(
        "bank", "p", "podSelector: {}, ingress: [{from: [" + String.join(", ", peers) + "]}]");
  }

  private static String peer(String key, String operator, String values) {
    return "{namespaceSelector: {matchExpressions: [{key: %s, operator: %s%s}]}}"
        .formatted(key, operator, values.isEmpty() ? "" : ", values: [" + values + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "Exists, '', DoesNotExist, '', allowed",
    "In, 'a, b', NotIn, b, allowed",
    "In, a, NotIn, a, allowed",
    "In, a, NotIn, b, undetermined",
    "Exists, '', In, a, undetermined",
    "Exists, '', NotIn, a, allowed",
    "DoesNotExist, '', NotIn, a, undetermined",
  })
  void twoRequirementsTogetherMayCoverEverything(
      String one, String values, String other, String others, String expected) {
    assertThat(outcome(from(peer("x", one, values), peer("x", other, others)))).isEqualTo(expected);
    // two keys say nothing of each other
    assertThat(outcome(from(peer("x", one, values), peer("y", other, others))))
        .isEqualTo("undetermined");
  }

  @Test
  void whatIsSaidTogetherMayStandInTwoPolicies() {
    String first = from(peer("x", "Exists", ""));

    assertThat(outcome(first)).isEqualTo("undetermined");
    assertThat(outcome(first + from(peer("x", "DoesNotExist", "")).replace("name: p,", "name: q,")))
        .isEqualTo("allowed");
  }

  @Test
  void twoPoliciesTogetherIsolateAPodWhoseLabelIsNotKnown() {
    String spec =
        "podSelector: {matchExpressions: [{key: tier, operator: %s, values: [a]}]}, policyTypes:"
            + " [Egress]";
    String in = policy("shop", "in", spec.formatted("In"));
    String not = policy("shop", "not", spec.formatted("NotIn"));

    assertThat(outcome(in)).isEqualTo("undetermined");
    assertThat(outcome(in + not)).isEqualTo("denied");
  }

  @Test
  void rulesOfAnAdministratorTogetherDeny() {
    String deny =
        """
        ---
        apiVersion: policy.networking.k8s.io/v1alpha1
        kind: AdminNetworkPolicy
        metadata: {name: a}
        spec:
          subject: {namespaces: {matchLabels: {kubernetes.io/metadata.name: bank}}}
          priority: 1
          ingress:
          - {action: Deny, from: [{namespaces: {matchExpressions: [{key: x, operator: Exists}]}}]}
          - {action: Deny, from: [{namespaces: {matchExpressions: [{key: x, operator: DoesNotExist}]}}]}
        """;

    assertThat(outcome(deny)).isEqualTo("denied");
    assertThat(outcome(deny.replace("operator: DoesNotExist", "operator: NotIn, values: [a]")))
        .isEqualTo("denied");
    assertThat(outcome(deny.replace("operator: Exists", "operator: In, values: [a]")))
        .isEqualTo("undetermined");
  }

  @Test
  void theStepsSayThatItIsSoWhateverTheLabelsAre() {
    NetworkModel model =
        OracleTest.model(PODS + from(peer("x", "Exists", ""), peer("x", "DoesNotExist", "")));
    Question question =
        new Question(
            new Endpoint.OfPod(model.find("shop/Pod/api").getFirst()),
            new Endpoint.OfPod(model.find("bank/Pod/db").getFirst()),
            Protocol.TCP,
            80);
    Answer answer = new Reachability(model, Readings.DOCUMENTED).answer(question);
    List<String> steps =
        new Steps(Readings.DOCUMENTED).of(question, answer).stream().map(Step::text).toList();

    assertThat(answer.because()).isEmpty();
    assertThat(steps).contains("Whatever the unknown labels are, the answer is the same");
  }
}
