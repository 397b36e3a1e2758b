package dev.zonewright.kube.network;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.network.policy.AdminPolicy;
import dev.zonewright.kube.network.policy.AdminReader;
import dev.zonewright.kube.network.policy.ForeignPolicy;
import dev.zonewright.kube.network.policy.ForeignReader;
import dev.zonewright.kube.network.policy.Labels;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.PodReader;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PolicyReader;
import dev.zonewright.kube.network.policy.Readings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What network policies are about, read from all opened objects.
 *
 * @param pods by their workload, in the order of the manifests; a custom resource may have several
 * @param policies by namespace, in the order of the manifests
 * @param namespaces labels of the namespaces that are opened
 * @param admin in the order in which their rules are tried
 * @param foreign those of network plugins
 */
public record NetworkModel(
    Map<ObjectRef, List<NetworkPod>> pods,
    Map<String, List<Policy>> policies,
    Map<String, Labels> namespaces,
    List<AdminPolicy> admin,
    List<ForeignPolicy> foreign) {
  /** The label that every namespace has, with its name. */
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  /** Reads objects. */
  public static NetworkModel of(Collection<KubeObject> objects) {
    Map<ObjectRef, List<NetworkPod>> pods = new LinkedHashMap<>();
    Map<String, List<Policy>> policies = new HashMap<>();
    Map<String, Labels> namespaces = new HashMap<>();
    List<AdminPolicy> admin = new ArrayList<>();
    List<ForeignPolicy> foreign = new ArrayList<>();
    for (KubeObject object : objects) {
      if (PolicyReader.isPolicy(object)) {
        Policy policy = PolicyReader.read(object);
        policies.computeIfAbsent(policy.namespace(), _ -> new ArrayList<>()).add(policy);
      } else if (AdminReader.isPolicy(object)) {
        admin.add(AdminReader.read(object));
      } else if (ForeignReader.isPolicy(object)) {
        foreign.addAll(ForeignReader.read(object));
      } else if (object.kind().equals("Namespace") && object.group().isEmpty()) {
        namespaces.putIfAbsent(object.name(), Labels.read(object.root().get("metadata", "labels")));
      } else {
        for (NetworkPod pod : PodReader.read(object)) {
          pods.computeIfAbsent(pod.ref(), _ -> new ArrayList<>()).add(pod);
        }
      }
    }
    admin.sort(Comparator.comparingInt(AdminPolicy::priority).thenComparing(AdminPolicy::ref));
    return new NetworkModel(pods, policies, namespaces, admin, foreign);
  }

  /** The pods of a workload, written as {@code NAMESPACE/KIND/NAME}; none when there is no such. */
  public List<NetworkPod> find(String path) {
    String[] parts = path.split("/", 3);
    return parts.length < 3
        ? List.of()
        : pods.values().stream()
            .flatMap(List::stream)
            .filter(p -> p.namespace().equals(parts[0]))
            .filter(p -> p.ref().kind().equals(parts[1]) && p.ref().name().equals(parts[2]))
            .toList();
  }

  /** The policies of a namespace. */
  public List<Policy> policiesOf(String namespace) {
    return policies.getOrDefault(namespace, List.of());
  }

  /** The labels of a namespace, opened or not. */
  public Labels labelsOf(String namespace, Readings readings) {
    Labels labels = namespaces.get(namespace);
    Labels known =
        labels != null ? labels : readings.wholeCluster() ? Labels.NONE : absent(namespace);
    return known.with(NAME_LABEL, namespace);
  }

  private static Labels absent(String namespace) {
    return new Labels(
        Map.of(),
        Set.of(),
        "the labels of Namespace " + namespace + " are not known, as it is not opened");
  }
}
