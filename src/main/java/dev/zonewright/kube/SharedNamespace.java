package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The namespace that a file is about: that of its one Namespace object, where no other is named in
 * the file; else the one that more than half of its objects name. Namespaces of Kubernetes itself
 * ({@code kube-…}) may be named beside it, as bindings of extensions do.
 */
public final class SharedNamespace {
  /** The kinds of Kubernetes that live in a namespace; of custom resources it is not known. */
  private static final Set<String> NAMESPACED =
      Set.of(
          "ConfigMap",
          "ControllerRevision",
          "CronJob",
          "DaemonSet",
          "Deployment",
          "EndpointSlice",
          "Endpoints",
          "HorizontalPodAutoscaler",
          "Ingress",
          "Job",
          "Lease",
          "LimitRange",
          "NetworkPolicy",
          "PersistentVolumeClaim",
          "Pod",
          "PodDisruptionBudget",
          "PodTemplate",
          "ReplicaSet",
          "ReplicationController",
          "ResourceClaim",
          "ResourceClaimTemplate",
          "ResourceQuota",
          "Role",
          "RoleBinding",
          "Secret",
          "Service",
          "ServiceAccount",
          "StatefulSet");

  private final Set<String> declared = new HashSet<>();
  private final Map<String, Integer> named = new HashMap<>();
  private int objects;

  /** Whether the object lives in a namespace and it is not known in which. */
  public static boolean isMissingOn(KubeObject object) {
    if (!NAMESPACED.contains(object.kind())
        || object.isOfCustomKind()
        || !object.namespace().isBlank()) {
      return false;
    }
    YamlCursor at = object.root().get("metadata", "namespace");
    return !UnknownValue.hides(at)
        && (!at.isSet() || at.string().filter(String::isBlank).isPresent());
  }

  /** Takes note of an object of the file. */
  public void add(KubeObject object) {
    if (object.kind().equals("Namespace")) {
      object
          .root()
          .get("metadata", "name")
          .string()
          .filter(n -> !n.isBlank())
          .ifPresent(declared::add);
    } else if (!object.namespace().isBlank() && !object.isClusterScoped()) {
      if (!isPinned(object)) {
        named.merge(object.namespace(), 1, Integer::sum);
        objects++;
      }
    } else if (isMissingOn(object)) {
      objects++;
    }
  }

  /** An account that says no more than that pods get no token does not make a file another's. */
  private static boolean isPinned(KubeObject object) {
    return object.kind().equals("ServiceAccount") && object.name().equals(ServiceAccounts.DEFAULT);
  }

  /**
   * The namespace; empty when the file is about several, none, or the default one, in which objects
   * without a namespace are taken to be anyway.
   */
  public Optional<String> get() {
    return most().filter(namespace -> !namespace.equals(Tenants.DEFAULT));
  }

  private Optional<String> most() {
    if (declared.size() == 1) {
      String only = declared.iterator().next();
      if (named.keySet().stream().allMatch(n -> n.equals(only) || Tenants.isSystem(n))) {
        return Optional.of(only);
      }
    }
    return named.entrySet().stream()
        .filter(entry -> entry.getValue() * 2 > objects)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
