package dev.zonewright.catalogue.network;

import dev.zonewright.yaml.YamlValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes NetworkPolicies, written out as people write them. A test holds them to fabric8's typed
 * model, so that no field is misspelt; the model itself is not used here, since to load it takes
 * longer than to fix many pods, see docs/decisions/0006.
 */
final class NewPolicies {
  private static final int DNS = 53;

  /** Labels that are called as fields of a policy come first. */
  private static final List<String> FIRST_LABELS =
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
    YamlValue dns =
        YamlValue.mapping(
            "namespaceSelector",
            selector(Map.of("kubernetes.io/metadata.name", "kube-system")),
            "podSelector",
            selector(Map.of("k8s-app", "kube-dns")));
    YamlValue toDns =
        YamlValue.mapping("to", items(dns), "ports", items(dnsPort("UDP"), dnsPort("TCP")));
    YamlValue toPods = YamlValue.mapping("to", items(allPods()));
    return policy(name, namespace, pods, "Egress", "egress", items(toDns, toPods));
  }

  /**
   * A policy that lets only the pods of their namespace connect to pods.
   *
   * @param namespace empty where the manifests state none
   * @param pods labels of the pods that it selects; none for all
   */
  static YamlValue.Mapping ingress(String name, String namespace, Map<String, String> pods) {
    YamlValue fromPods = YamlValue.mapping("from", items(allPods()));
    return policy(name, namespace, pods, "Ingress", "ingress", items(fromPods));
  }

  private static YamlValue.Mapping policy(
      String name,
      String namespace,
      Map<String, String> pods,
      String type,
      String direction,
      YamlValue rules) {
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
        YamlValue.mapping(
            "podSelector",
            selector(pods),
            "policyTypes",
            YamlValue.strings(type),
            direction,
            rules));
  }

  private static YamlValue allPods() {
    return YamlValue.mapping("podSelector", selector(Map.of()));
  }

  private static YamlValue.Mapping selector(Map<String, String> labels) {
    if (labels.isEmpty()) {
      return YamlValue.mapping();
    }
    // the order of an immutable map is another one in each run
    Map<String, YamlValue> ordered =
        new TreeMap<>(
            Comparator.comparingInt(NewPolicies::place).thenComparing(Comparator.naturalOrder()));
    labels.forEach((key, value) -> ordered.put(key, YamlValue.of(value)));
    return YamlValue.mapping("matchLabels", new YamlValue.Mapping(ordered));
  }

  private static int place(String label) {
    int at = FIRST_LABELS.indexOf(label);
    return at < 0 ? FIRST_LABELS.size() : at;
  }

  private static YamlValue dnsPort(String protocol) {
    return YamlValue.mapping("protocol", YamlValue.of(protocol), "port", YamlValue.of(DNS));
  }

  private static YamlValue items(YamlValue... items) {
    return new YamlValue.Items(List.of(items));
  }
}
