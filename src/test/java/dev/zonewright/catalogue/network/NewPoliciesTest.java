package dev.zonewright.catalogue.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.yaml.YamlValue;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The policies are what fabric8's typed model, in which no field can be misspelt, makes. */
class NewPoliciesTest {
  private static final Map<String, String> LABELS = Map.of("zone", "", "app", "web", "name", "api");

  @Test
  void aPolicyForWhatGoesOutIsWhatTheModelMakes() {
    NetworkPolicy expected =
        new NetworkPolicyBuilder()
            .withNewMetadata()
            .withName("out")
            .withNamespace("shop")
            .endMetadata()
            .withNewSpec()
            .withPodSelector(selector(LABELS))
            .withPolicyTypes("Egress")
            .addNewEgress()
            .addNewTo()
            .withNamespaceSelector(selector(Map.of("kubernetes.io/metadata.name", "kube-system")))
            .withPodSelector(selector(Map.of("k8s-app", "kube-dns")))
            .endTo()
            .withPorts(dns("UDP"), dns("TCP"))
            .endEgress()
            .addNewEgress()
            .addNewTo()
            .withPodSelector(selector(Map.of()))
            .endTo()
            .endEgress()
            .endSpec()
            .build();
    assertThat(tree(NewPolicies.egress("out", "shop", LABELS))).isEqualTo(tree(expected));
  }

  @Test
  void aPolicyForWhatComesInIsWhatTheModelMakes() {
    NetworkPolicy expected =
        new NetworkPolicyBuilder()
            .withNewMetadata()
            .withName("in")
            .endMetadata()
            .withNewSpec()
            .withPodSelector(selector(Map.of()))
            .withPolicyTypes("Ingress")
            .addNewIngress()
            .addNewFrom()
            .withPodSelector(selector(Map.of()))
            .endFrom()
            .endIngress()
            .endSpec()
            .build();
    assertThat(tree(NewPolicies.ingress("in", "", Map.of()))).isEqualTo(tree(expected));
  }

  @Test
  void labelsAreInTheSameOrderInEachRun() {
    YamlValue.Mapping policy = NewPolicies.ingress("in", "", LABELS);
    assertThat(tree(policy).at("/spec/podSelector/matchLabels").propertyNames())
        .containsExactly("name", "app", "zone");
  }

  private static LabelSelector selector(Map<String, String> labels) {
    return new LabelSelectorBuilder().withMatchLabels(labels).build();
  }

  private static NetworkPolicyPort dns(String protocol) {
    return new NetworkPolicyPortBuilder()
        .withProtocol(protocol)
        .withPort(new IntOrString(53))
        .build();
  }

  /** Read from JSON, so that numbers are of one kind. */
  private static JsonNode tree(Object value) {
    JsonMapper mapper = JsonMapper.shared();
    return mapper.readTree(mapper.writeValueAsString(value));
  }

  private static JsonNode tree(YamlValue value) {
    return tree(plain(value));
  }

  private static Object plain(YamlValue value) {
    return switch (value) {
      case YamlValue.Text(String text) -> text;
      case YamlValue.Bool(boolean is) -> is;
      case YamlValue.Whole(long number) -> number;
      case YamlValue.Day(var day) -> day.toString();
      case YamlValue.Items(var items) -> items.stream().map(NewPoliciesTest::plain).toList();
      case YamlValue.Mapping(var entries) -> {
        Map<String, Object> out = new LinkedHashMap<>();
        entries.forEach((key, one) -> out.put(key, plain(one)));
        yield out;
      }
    };
  }
}
