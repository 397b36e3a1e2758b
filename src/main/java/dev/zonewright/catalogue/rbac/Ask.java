package dev.zonewright.catalogue.rbac;

import dev.zonewright.kube.access.AccessRule;
import java.util.List;
import java.util.Optional;

/**
 * Requests of which any one is enough for a power.
 *
 * @param resources each with its subresource: {@code pods/exec}
 * @param named whether a rule for named objects is enough
 * @param clusterWide whether the resource belongs to no namespace, so that a RoleBinding gives none
 */
record Ask(
    List<String> verbs, String group, List<String> resources, boolean named, boolean clusterWide) {
  static final List<String> WRITE = List.of("create", "update", "patch");
  static final List<String> DELETE = List.of("delete", "deletecollection");
  static final List<String> CHANGE =
      List.of("create", "update", "patch", "delete", "deletecollection");

  Ask {
    verbs = List.copyOf(verbs);
    resources = List.copyOf(resources);
  }

  /** On objects in namespaces, whatever they are called. */
  static Ask of(List<String> verbs, String group, String... resources) {
    return new Ask(verbs, group, List.of(resources), false, false);
  }

  /** On objects of the whole cluster, whatever they are called. */
  static Ask ofCluster(List<String> verbs, String group, String... resources) {
    return new Ask(verbs, group, List.of(resources), false, true);
  }

  /** The same where one named object is as bad as all. */
  Ask orNamed() {
    return new Ask(verbs, group, resources, true, clusterWide);
  }

  /** The first of the requests that a rule grants, in the words of a rule: {@code create pods}. */
  Optional<String> grantedBy(AccessRule rule) {
    if ((!named && !rule.names().isEmpty()) || !rule.grantsGroup(group)) {
      return Optional.empty();
    }
    String name = rule.names().isEmpty() ? "" : rule.names().getFirst();
    String verb = firstVerb(rule);
    if (verb.isEmpty()) {
      return Optional.empty();
    }
    for (String resource : resources) {
      if (rule.grantsResource(resource)) {
        return Optional.of(verb + " " + resource + (name.isEmpty() ? "" : " " + name));
      }
    }
    return Optional.empty();
  }

  private String firstVerb(AccessRule rule) {
    for (String verb : verbs) {
      if (rule.grantsVerb(verb)) {
        return verb;
      }
    }
    return "";
  }
}
