package dev.zonewright.catalogue.network;

import dev.zonewright.yaml.YamlValue;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes NetworkPolicies out of fabric8's typed model, so that no field can be misspelt. Loaded when
 * a fix that adds one is looked at: the model's first use costs about a second, see
 * docs/decisions/0006.
 */
final class NewPolicies {
  private static final int DNS = 53;

  /** The order in which people write them; the model's is that of the alphabet. */
  private static final List<String> ORDER =
      List.of(
          "apiVersion",
          "kind",
          "metadata",
          "name",
          "namespace",
          "spec",
          "namespaceSelector",
          "podSelector",
          "policyTypes",
          "to",
          "from",
          "protocol",
          "port",
          "ports",
          "ingress",
          "egress");

  private NewPolicies() {}

  /**
   * A policy that lets pods connect to the pods of their namespace and to the cluster's DNS only.
   *
   * @param namespace empty where the manifests state none
   * @param pods labels of the pods that it selects; none for all
   */
  static YamlValue.Mapping egress(String name, String namespace, Map<String, String> pods) {
    NetworkPolicy policy =
        named(name, namespace)
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
    return written(policy);
  }

  /**
   * A policy that lets only the pods of their namespace connect to pods.
   *
   * @param namespace empty where the manifests state none
   * @param pods labels of the pods that it selects; none for all
   */
  static YamlValue.Mapping ingress(String name, String namespace, Map<String, String> pods) {
    NetworkPolicy policy =
        named(name, namespace)
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
    return written(policy);
  }

  private static NetworkPolicyBuilder named(String name, String namespace) {
    @Nullable String stated = namespace.isEmpty() ? null : namespace;
    return new NetworkPolicyBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(stated)
        .endMetadata();
  }

  private static LabelSelector selector(Map<String, String> labels) {
    // the order of an immutable map is another one in each run
    return new LabelSelectorBuilder().withMatchLabels(new TreeMap<>(labels)).build();
  }

  private static NetworkPolicyPort dns(String protocol) {
    return new NetworkPolicyPortBuilder()
        .withProtocol(protocol)
        .withPort(new IntOrString(DNS))
        .build();
  }

  private static YamlValue.Mapping written(NetworkPolicy policy) {
    return mapping(JsonMapper.shared().valueToTree(policy));
  }

  private static YamlValue.Mapping mapping(JsonNode node) {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    node.properties().stream()
        .sorted(Comparator.comparingInt(e -> place(e.getKey())))
        .forEach(e -> entries.put(e.getKey(), value(e.getValue())));
    return new YamlValue.Mapping(entries);
  }

  private static int place(String key) {
    int at = ORDER.indexOf(key);
    return at < 0 ? ORDER.size() : at;
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
