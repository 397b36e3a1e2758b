package dev.zonewright.kube.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Readings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refused policy would open or close once it is written right is not known. */
class RefusedIsUndeterminedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{podSelector: {}, ingress: [{from: [{podSelector: {}}], ports: [{endPort: 80}]}]}",
        "{podSelector: {}, ingress: [{ports: [{port: 80, endPort: 70}]}]}",
        "{podSelector: {matchExpressions: [{key: x, operator: In, values: []}]}}",
        "{podSelector: {matchExpressions: [{key: x, operator: Exists, values: [a]}]}}",
        "{podSelector: {matchLabels: {x: a b}}}",
        "{podSelector: {}, ingress: [{to: [{podSelector: {}}]}]}",
        "{podSelector: {}, Ingress: []}",
        "{podSelector: {}, bogus: 1}",
      })
  void whatIsRefusedIsNotCertain(String spec) {
    NetworkModel model =
        OracleTest.model(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: p, labels: {x: one}}
            spec: {containers: [{name: c, image: i}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: np}
            spec: %s
            """
                .formatted(spec));
    Endpoint pod = new Endpoint.OfPod(model.find("default/Pod/p").getFirst());
    assertThat(
            new Reachability(model, Readings.WHOLE_CLUSTER)
                .answer(new Question(pod, pod, Protocol.TCP, 80))
                .outcome())
        .isEqualTo(Answer.Outcome.UNDETERMINED);
  }
}
