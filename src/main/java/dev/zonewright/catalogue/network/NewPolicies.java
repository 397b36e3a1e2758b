package dev.zonewright.catalogue.network;

import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes NetworkPolicies, with their fields in the order in which people write them. A test holds
 * them to fabric8's typed model, so that no field can be misspelt; its first use costs too much for
 * a run, see docs/decisions/0006.
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
    YamlValue resolver =
        YamlValue.mapping(
            "namespaceSelector",
            selector(Map.of("kubernetes.io/metadata.name", "kube-system")),
            "podSelector",
            selector(Map.of("k8s-app", "kube-dns")));
    return policy(
        name,
        namespace,
        YamlValue.mapping(
            "podSelector",
            selector(pods),
            "policyTypes",
            YamlValue.strings("Egress"),
            "egress",
            items(
                YamlValue.mapping("to", items(resolver), "ports", items(dns("UDP"), dns("TCP"))),
                YamlValue.mapping("to", items(allPods())))));
  }

  /**
   * A policy that lets only the pods of their namespace connect to pods.
   *
   * @param namespace empty where the manifests state none
   * @param pods labels of the pods that it selects; none for all
   */
  static YamlValue.Mapping ingress(String name, String namespace, Map<String, String> pods) {
    return policy(
        name,
        namespace,
        YamlValue.mapping(
            "podSelector",
            selector(pods),
            "policyTypes",
            YamlValue.strings("Ingress"),
            "ingress",
            items(YamlValue.mapping("from", items(allPods())))));
  }

  private static YamlValue.Mapping policy(String name, String namespace, YamlValue spec) {
    YamlValue metadata =
        namespace.isEmpty()
            ? YamlValue.mapping("name", YamlValue.of(name))
            : YamlValue.mapping("name", YamlValue.of(name), "namespace", YamlValue.of(namespace));
    return YamlValue.mapping(
        "apiVersion",
        YamlValue.of("networking.k8s.io/v1"),
        "kind",
        YamlValue.of("NetworkPolicy"),
        "metadata",
        metadata,
        "spec",
        spec);
  }

  private static YamlValue allPods() {
    return YamlValue.mapping("podSelector", selector(Map.of()));
  }

  private static YamlValue selector(Map<String, String> labels) {
    // the order of an immutable map is another one in each run
    Map<String, YamlValue> entries = new TreeMap<>();
    labels.forEach((key, value) -> entries.put(key, YamlValue.of(value)));
    return entries.isEmpty()
        ? YamlValue.mapping()
        : YamlValue.mapping("matchLabels", new YamlValue.Mapping(entries));
  }

  private static YamlValue dns(String protocol) {
    return YamlValue.mapping("protocol", YamlValue.of(protocol), "port", YamlValue.of(DNS));
  }

  private static YamlValue items(YamlValue... items) {
    return new YamlValue.Items(List.of(items));
  }
}
