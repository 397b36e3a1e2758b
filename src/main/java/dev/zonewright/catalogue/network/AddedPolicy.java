package dev.zonewright.catalogue.network;

import dev.zonewright.catalogue.added.NewObject;
import dev.zonewright.control.Edits;
import dev.zonewright.control.Fix;
import dev.zonewright.control.NewDocument;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.yaml.YamlValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The policy that a fix adds for open pods. It selects all pods of the namespace where none is
 * isolated yet; else the open ones by their labels, as its rules would open the others.
 *
 * @param name what it is called; counted up where the name is taken
 * @param reason what to look at before it is added
 */
record AddedPolicy(String name, String reason, Maker maker) {
  /** Makes its content; asked only when the fix is looked at. */
  @FunctionalInterface
  interface Maker {
    /**
     * Makes it.
     *
     * @param namespace empty where the manifests state none
     * @param pods labels of the pods that it selects; none for all
     */
    YamlValue.Mapping make(String name, String namespace, Map<String, String> pods);
  }

  /**
   * Pods that one policy selects.
   *
   * @param suffix what the name of the policy ends in
   * @param labels none for all pods
   */
  private record Chosen(String suffix, Map<String, String> labels) {}

  /**
   * The fix; empty where labels do not tell the open pods from others.
   *
   * @param others pods that are isolated, or of which it is not known
   */
  Optional<Fix> fix(TenantView tenant, List<NetworkPod> open, List<NetworkPod> others) {
    return chosen(open, others)
        .map(chosen -> {
          Map<String, Chosen> named = named(chosen, tenant);
          return Fix.reviewAcross(
              "Add NetworkPolicy " + String.join(", ", named.keySet()),
              reason,
              edits -> add(tenant, named, edits));
        });
  }

  private Map<String, Chosen> named(List<Chosen> chosen, TenantView tenant) {
    Set<String> taken = new HashSet<>();
    tenant.objects("NetworkPolicy").forEach(policy -> taken.add(policy.name()));
    Map<String, Chosen> out = new LinkedHashMap<>();
    for (Chosen one : chosen) {
      String free = name + one.suffix();
      for (int i = 2; !taken.add(free); i++) {
        free = name + one.suffix() + "-" + i;
      }
      out.put(free, one);
    }
    return out;
  }

  private void add(TenantView tenant, Map<String, Chosen> named, Edits edits) {
    KubeObject anchor = tenant.anchor();
    String namespace = NewObject.namespaceBeside(anchor);
    named.forEach((free, one) ->
        edits.add(
            new NewDocument(
                NewObject.place(anchor, free), maker.make(free, namespace, one.labels()))));
  }

  private static Optional<List<Chosen>> chosen(List<NetworkPod> open, List<NetworkPod> others) {
    if (others.isEmpty()) {
      return Optional.of(List.of(new Chosen("", Map.of())));
    }
    Map<Map<String, String>, Chosen> out = new LinkedHashMap<>();
    for (NetworkPod pod : open) {
      Map<String, String> labels = pod.labels().known();
      boolean known = pod.labels().because().isEmpty() && pod.labels().unclear().isEmpty();
      if (!known || labels.isEmpty() || others.stream().anyMatch(o -> mayHave(o, labels))) {
        return Optional.empty();
      }
      out.putIfAbsent(labels, new Chosen("-" + pod.ref().name(), labels));
    }
    return Optional.of(List.copyOf(out.values()));
  }

  private static boolean mayHave(NetworkPod pod, Map<String, String> labels) {
    return !pod.labels().because().isEmpty()
        || labels.entrySet().stream()
            .allMatch(e ->
                pod.labels().unclear().contains(e.getKey())
                    || e.getValue().equals(pod.labels().known().get(e.getKey())));
  }
}
