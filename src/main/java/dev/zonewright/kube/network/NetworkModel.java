package dev.zonewright.kube.network;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.network.policy.AdminPolicy;
import dev.zonewright.kube.network.policy.AdminReader;
import dev.zonewright.kube.network.policy.ForeignPolicy;
import dev.zonewright.kube.network.policy.ForeignReader;
import dev.zonewright.kube.network.policy.Labels;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.PodReader;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PolicyReader;
import dev.zonewright.kube.network.policy.Problem;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.kube.valid.Refusal;
import dev.zonewright.kube.valid.Standing;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /** Reads objects; of several of one name that counts which a server has. */
  public static NetworkModel of(Collection<KubeObject> objects) {
    Standing<List<NetworkPod>> pods = new Standing<>();
    Standing<Policy> policies = new Standing<>();
    Standing<Labels> namespaces = new Standing<>();
    Standing<AdminPolicy> admin = new Standing<>();
    List<ForeignPolicy> foreign = new ArrayList<>();
    List<NetworkPod> others = new ArrayList<>();
    for (KubeObject object : objects) {
      ObjectRef ref = placed(object);
      if (PolicyReader.isPolicy(object)) {
        Policy policy = PolicyReader.read(object);
        policies.offer(ref, policy, refusal(object, policy));
      } else if (AdminReader.isPolicy(object)) {
        AdminPolicy policy = AdminReader.read(object);
        admin.offer(ref, policy, policy.problems().stream().findFirst().map(Problem::words));
      } else if (ForeignReader.isPolicy(object)) {
        foreign.addAll(ForeignReader.read(object));
      } else if (object.kind().equals("Namespace") && object.group().isEmpty()) {
        namespaces.offer(
            ref, Labels.read(object.root().get("metadata", "labels")), Refusal.of(object));
      } else if (Patch.is(object) || !isNamed(object)) {
        // a patch is laid over what says the rest; without a name, each gets one of its own
        others.addAll(PodReader.read(object));
      } else {
        pods.take(ref, PodReader.read(object));
      }
    }
    Map<ObjectRef, List<NetworkPod>> byWorkload = new LinkedHashMap<>();
    Stream.concat(pods.values().values().stream().flatMap(List::stream), others.stream())
        .forEach(pod -> byWorkload.computeIfAbsent(pod.ref(), _ -> new ArrayList<>()).add(pod));
    Map<String, List<Policy>> byNamespace = new HashMap<>();
    policies
        .values()
        .values()
        .forEach(policy ->
            byNamespace.computeIfAbsent(policy.namespace(), _ -> new ArrayList<>()).add(policy));
    Map<String, Labels> labels = new HashMap<>();
    namespaces.values().forEach((ref, known) -> labels.put(ref.name(), known));
    List<AdminPolicy> tried = new ArrayList<>(admin.values().values());
    tried.sort(Comparator.comparingInt(AdminPolicy::priority).thenComparing(AdminPolicy::ref));
    return new NetworkModel(byWorkload, byNamespace, labels, tried, foreign);
  }

  /** An object that does not say its namespace goes to the one that is used by default. */
  private static ObjectRef placed(KubeObject object) {
    String namespace = object.isClusterScoped() ? "" : object.tenant().orElse("");
    return new ObjectRef(object.group(), object.kind(), namespace, object.name());
  }

  private static boolean isNamed(KubeObject object) {
    YamlCursor name = object.root().get("metadata", "name");
    return name.isSet() && !name.isPlaceholder();
  }

  private static Optional<String> refusal(KubeObject object, Policy policy) {
    return policy.problems().isEmpty() ? Refusal.of(object) : Optional.of(policy.because());
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
