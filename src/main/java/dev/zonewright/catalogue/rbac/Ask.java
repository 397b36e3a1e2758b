package dev.zonewright.catalogue.rbac;

import dev.zonewright.kube.access.AccessRequest;
import dev.zonewright.kube.access.AccessRule;
import java.util.ArrayList;
import java.util.List;

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

  /** The requests that a rule grants, one for each name where the rule has names. */
  List<AccessRequest.OnResource> grantedBy(AccessRule rule) {
    if ((!named && !rule.names().isEmpty()) || !rule.grantsGroup(group)) {
      return List.of();
    }
    List<AccessRequest.OnResource> out = new ArrayList<>();
    for (String verb : verbs) {
      if (rule.grantsVerb(verb)) {
        for (String resource : resources) {
          if (rule.grantsResource(resource)
              && (rule.names().isEmpty() || carriesName(verb, resource, rule))) {
            add(verb, resource, rule.names(), out);
          }
        }
      }
    }
    return out;
  }

  /**
   * Whether a request carries a name, without which a rule for named objects does not grant it. A
   * creation carries none, unless it is made by a patch (server-side apply) or is of a subresource.
   */
  static boolean carriesName(String verb, String full, AccessRule rule) {
    return switch (verb) {
      case "create" -> full.contains("/") || rule.grantsVerb("patch");
      case "deletecollection" -> false;
      default -> true;
    };
  }

  private void add(
      String verb, String full, List<String> names, List<AccessRequest.OnResource> out) {
    int slash = full.indexOf('/');
    String resource = slash < 0 ? full : full.substring(0, slash);
    String subresource = slash < 0 ? "" : full.substring(slash + 1);
    for (String name : names.isEmpty() ? List.of("") : names) {
      out.add(new AccessRequest.OnResource(verb, group, resource, subresource, name, ""));
    }
  }

  /** In the words of a rule: {@code create pods}. */
  static String words(AccessRequest.OnResource on) {
    String name = on.name();
    return on.verb() + " " + on.fullResource() + (name.isEmpty() ? "" : " " + name);
  }
}
