package dev.zonewright.kube.network;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import java.util.ArrayList;
import java.util.Collection;
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
 */
public record NetworkModel(
    Map<ObjectRef, List<NetworkPod>> pods,
    Map<String, List<Policy>> policies,
    Map<String, Labels> namespaces) {
  /** The label that every namespace has, with its name. */
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  /** Reads objects. */
  public static NetworkModel of(Collection<KubeObject> objects) {
    Map<ObjectRef, List<NetworkPod>> pods = new LinkedHashMap<>();
    Map<String, List<Policy>> policies = new HashMap<>();
    Map<String, Labels> namespaces = new HashMap<>();
    for (KubeObject object : objects) {
      if (PolicyReader.isPolicy(object)) {
        Policy policy = PolicyReader.read(object);
        policies.computeIfAbsent(policy.namespace(), _ -> new ArrayList<>()).add(policy);
      } else if (object.kind().equals("Namespace") && object.group().isEmpty()) {
        namespaces.putIfAbsent(object.name(), Labels.read(object.root().get("metadata", "labels")));
      } else {
        for (NetworkPod pod : PodReader.read(object)) {
          pods.computeIfAbsent(pod.ref(), _ -> new ArrayList<>()).add(pod);
        }
      }
    }
    return new NetworkModel(pods, policies, namespaces);
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
