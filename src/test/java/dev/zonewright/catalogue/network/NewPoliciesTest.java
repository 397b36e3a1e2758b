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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The policies are those that fabric8's typed model makes, in which no field can be misspelt. */
class NewPoliciesTest {
  private static final int DNS = 53;

  @ParameterizedTest
  @CsvSource({"shop,web", "shop,", ",web"})
  void policiesAreThoseOfTheTypedModel(@Nullable String namespace, @Nullable String app) {
    Map<String, String> pods = app == null ? Map.of() : Map.of("app", app);
    String stated = namespace == null ? "" : namespace;
    assertThat(NewPolicies.egress("only", stated, pods))
        .isEqualTo(mapping(tree(egress(namespace, pods))));
    assertThat(NewPolicies.ingress("only", stated, pods))
        .isEqualTo(mapping(tree(ingress(namespace, pods))));
  }

  private static JsonNode tree(NetworkPolicy policy) {
    return JsonMapper.shared().valueToTree(policy);
  }

  private static NetworkPolicy egress(@Nullable String namespace, Map<String, String> pods) {
    return named(namespace)
        .withNewSpec()
        .withPodSelector(selector(pods))
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
  }

  private static NetworkPolicy ingress(@Nullable String namespace, Map<String, String> pods) {
    return named(namespace)
        .withNewSpec()
        .withPodSelector(selector(pods))
        .withPolicyTypes("Ingress")
        .addNewIngress()
        .addNewFrom()
        .withPodSelector(selector(Map.of()))
        .endFrom()
        .endIngress()
        .endSpec()
        .build();
  }

  private static NetworkPolicyBuilder named(@Nullable String namespace) {
    return new NetworkPolicyBuilder()
        .withNewMetadata()
        .withName("only")
        .withNamespace(namespace)
        .endMetadata();
  }

  private static LabelSelector selector(Map<String, String> labels) {
    return new LabelSelectorBuilder().withMatchLabels(labels).build();
  }

  private static NetworkPolicyPort dns(String protocol) {
    return new NetworkPolicyPortBuilder()
        .withProtocol(protocol)
        .withPort(new IntOrString(DNS))
        .build();
  }

  private static YamlValue.Mapping mapping(JsonNode node) {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    node.properties().forEach(e -> entries.put(e.getKey(), value(e.getValue())));
    return new YamlValue.Mapping(entries);
  }

  private static YamlValue value(JsonNode node) {
    if (node.isObject()) {
      return mapping(node);
    }
    if (node.isArray()) {
      List<YamlValue> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item)));
      return new YamlValue.Items(items);
    }
    return node.isIntegralNumber() ? YamlValue.of(node.asLong()) : YamlValue.of(node.asString());
  }
}
