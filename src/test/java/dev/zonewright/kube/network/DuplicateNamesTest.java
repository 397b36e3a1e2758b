package dev.zonewright.kube.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of several objects of one name that counts which a server has after all are applied. */
class DuplicateNamesTest {
  private static final String POLICY =
      """
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: p%s}
      spec: {podSelector: {}, %s}
      """;
  private static final String CLOSED = "policyTypes: [Ingress]";
  private static final String OPEN = "ingress: [{}]";
  private static final String REFUSED = "policyTypes: [Sideways]";

  private static List<Integer> ingressRules(String... policies) {
    return OracleTest.model(String.join("", policies)).policiesOf("default").stream()
        .map(Policy::ingress)
        .map(List::size)
        .toList();
  }

  @Test
  void theLaterPolicyReplacesTheEarlier() {
    String closed = POLICY.formatted("", CLOSED);
    String open = POLICY.formatted(", namespace: default", OPEN);
    assertThat(ingressRules(closed, open)).containsExactly(1);
    assertThat(ingressRules(open, closed)).containsExactly(0);
  }

  @Test
  void aRefusedPolicyChangesNothing() {
    String open = POLICY.formatted("", OPEN);
    String refused = POLICY.formatted("", REFUSED);
    assertThat(ingressRules(open, refused)).containsExactly(1);
    assertThat(ingressRules(refused, open)).containsExactly(1);
    assertThat(OracleTest.model(refused).policiesOf("default"))
        .singleElement()
        .satisfies(p -> assertThat(p.because()).isNotEmpty());
  }

  @Test
  void theLaterNamespaceHasTheLabels() {
    String namespace =
        "---\n{apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {x: %s}}}\n";
    assertThat(
            OracleTest.model(namespace.formatted("one") + namespace.formatted("two")).namespaces())
        .hasEntrySatisfying("a", labels -> assertThat(labels.known()).containsEntry("x", "two"));
  }

  @Test
  void theLaterPodIsThere() {
    String pod =
        """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {%s, labels: {x: %s}}
        spec: {containers: [{name: c, image: i}]}
        """;
    NetworkModel named =
        OracleTest.model(
            pod.formatted("name: a", "one") + pod.formatted("name: a, namespace: default", "two"));
    assertThat(labels(named)).containsExactly("two");
    NetworkModel unnamed =
        OracleTest.model(
            pod.formatted("generateName: a-", "one") + pod.formatted("generateName: a-", "two"));
    assertThat(labels(unnamed)).as("each gets a name of its own").containsExactly("one", "two");
  }

  private static List<String> labels(NetworkModel model) {
    return model.pods().values().stream()
        .flatMap(List::stream)
        .map(NetworkPod::labels)
        .map(l -> l.known().get("x"))
        .toList();
  }
}
