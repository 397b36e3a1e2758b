package dev.zonewright.catalogue.rbac;

import dev.zonewright.text.EditDistance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The resources of the API groups that every cluster has, as rules name them. */
public final class ApiResources {
  private static final int SLIP = 2;

  private static final Map<String, Set<String>> BY_GROUP =
      Map.of(
          "",
              Set.of(
                  "bindings",
                  "componentstatuses",
                  "configmaps",
                  "endpoints",
                  "events",
                  "limitranges",
                  "namespaces",
                  "nodes",
                  "persistentvolumeclaims",
                  "persistentvolumes",
                  "pods",
                  "podtemplates",
                  "replicationcontrollers",
                  "resourcequotas",
                  "secrets",
                  "serviceaccounts",
                  "services",
                  "users",
                  "groups"),
          "apps",
              Set.of(
                  "controllerrevisions",
                  "daemonsets",
                  "deployments",
                  "replicasets",
                  "statefulsets"),
          "batch", Set.of("jobs", "cronjobs"),
          "autoscaling", Set.of("horizontalpodautoscalers"),
          "networking.k8s.io",
              Set.of(
                  "ingresses", "ingressclasses", "ipaddresses", "networkpolicies", "servicecidrs"),
          "policy", Set.of("poddisruptionbudgets", "podsecuritypolicies"),
          "rbac.authorization.k8s.io",
              Set.of("clusterrolebindings", "clusterroles", "rolebindings", "roles"));

  /** Of them, those that belong to no namespace; a Namespace counts as being in itself. */
  private static final Set<String> OF_CLUSTER =
      Set.of(
          "nodes",
          "persistentvolumes",
          "componentstatuses",
          "ingressclasses",
          "clusterroles",
          "clusterrolebindings",
          "users",
          "groups");

  private ApiResources() {}

  /** Whether one of these groups has the resource, or is not known here. */
  public static boolean has(List<String> groups, String resource) {
    return groups.stream()
        .anyMatch(group -> !BY_GROUP.containsKey(group) || BY_GROUP.get(group).contains(resource));
  }

  /** Whether all groups are known here, and the resource belongs to no namespace. */
  static boolean isOfCluster(List<String> groups, String resource) {
    return OF_CLUSTER.contains(resource) && groups.stream().allMatch(BY_GROUP::containsKey);
  }

  /** What was probably meant, as the end of a sentence. */
  public static Optional<String> meant(List<String> groups, String resource) {
    Optional<String> other =
        BY_GROUP.entrySet().stream()
            .filter(e -> e.getValue().contains(resource))
            .map(Map.Entry::getKey)
            .min(String::compareTo)
            .map(group ->
                "%s are in the %s"
                    .formatted(
                        resource, group.isEmpty() ? "core group (\"\")" : "API group " + group));
    return other.or(
        () -> near(groups, resource).map(name -> "probably %s was meant".formatted(name)));
  }

  private static Optional<String> near(List<String> groups, String resource) {
    String small = resource.toLowerCase(Locale.ROOT);
    return groups.stream()
        .flatMap(group -> BY_GROUP.getOrDefault(group, Set.of()).stream())
        .filter(name -> EditDistance.upTo(SLIP, small, name) <= SLIP)
        .min((a, b) -> {
          int order =
              Integer.compare(EditDistance.upTo(SLIP, small, a), EditDistance.upTo(SLIP, small, b));
          return order != 0 ? order : a.compareTo(b);
        });
  }
}
