package dev.zonewright.catalogue.network;

import dev.zonewright.yaml.YamlValue;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes NetworkPolicies out of fabric8's typed model, so that no field can be misspelt, and writes
 * them field by field: a serializer would cost a start more than all else of such a fix, see
 * docs/decisions/0006.
 */
final class NewPolicies {
  private static final int DNS = 53;

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
    return new LabelSelectorBuilder().withMatchLabels(labels).build();
  }

  private static NetworkPolicyPort dns(String protocol) {
    return new NetworkPolicyPortBuilder()
        .withProtocol(protocol)
        .withPort(new IntOrString(DNS))
        .build();
  }

  /**
   * Its fields in the order in which people write them; what the model leaves empty is left out.
   */
  private static YamlValue.Mapping written(NetworkPolicy policy) {
    ObjectMeta metadata = policy.getMetadata();
    NetworkPolicySpec spec = policy.getSpec();
    Map<String, YamlValue> named = new LinkedHashMap<>();
    put(named, "name", metadata.getName());
    put(named, "namespace", metadata.getNamespace());
    Map<String, YamlValue> rules = new LinkedHashMap<>();
    rules.put("podSelector", written(spec.getPodSelector()));
    rules.put("policyTypes", YamlValue.strings(spec.getPolicyTypes().toArray(String[]::new)));
    put(
        rules,
        "ingress",
        spec.getIngress(),
        rule -> {
          Map<String, YamlValue> out = new LinkedHashMap<>();
          put(out, "from", rule.getFrom(), NewPolicies::written);
          put(out, "ports", rule.getPorts(), NewPolicies::written);
          return new YamlValue.Mapping(out);
        });
    put(
        rules,
        "egress",
        spec.getEgress(),
        rule -> {
          Map<String, YamlValue> out = new LinkedHashMap<>();
          put(out, "to", rule.getTo(), NewPolicies::written);
          put(out, "ports", rule.getPorts(), NewPolicies::written);
          return new YamlValue.Mapping(out);
        });
    Map<String, YamlValue> all = new LinkedHashMap<>();
    put(all, "apiVersion", policy.getApiVersion());
    put(all, "kind", policy.getKind());
    all.put("metadata", new YamlValue.Mapping(named));
    all.put("spec", new YamlValue.Mapping(rules));
    return new YamlValue.Mapping(all);
  }

  private static YamlValue written(NetworkPolicyPeer peer) {
    Map<String, YamlValue> out = new LinkedHashMap<>();
    if (peer.getNamespaceSelector() != null) {
      out.put("namespaceSelector", written(peer.getNamespaceSelector()));
    }
    if (peer.getPodSelector() != null) {
      out.put("podSelector", written(peer.getPodSelector()));
    }
    return new YamlValue.Mapping(out);
  }

  private static YamlValue written(LabelSelector selector) {
    Map<String, YamlValue> labels = new LinkedHashMap<>();
    selector.getMatchLabels().forEach((key, value) -> put(labels, key, value));
    return labels.isEmpty()
        ? new YamlValue.Mapping(Map.of())
        : YamlValue.mapping("matchLabels", new YamlValue.Mapping(labels));
  }

  private static YamlValue written(NetworkPolicyPort port) {
    Map<String, YamlValue> out = new LinkedHashMap<>();
    put(out, "protocol", port.getProtocol());
    out.put("port", YamlValue.of(port.getPort().getIntVal()));
    return new YamlValue.Mapping(out);
  }

  private static void put(Map<String, YamlValue> out, String key, @Nullable String value) {
    if (value != null) {
      out.put(key, YamlValue.of(value));
    }
  }

  private static <T> void put(
      Map<String, YamlValue> out, String key, List<T> items, Function<T, YamlValue> written) {
    if (!items.isEmpty()) {
      out.put(key, new YamlValue.Items(items.stream().map(written).toList()));
    }
  }
}
