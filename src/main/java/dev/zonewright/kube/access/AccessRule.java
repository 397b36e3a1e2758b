package dev.zonewright.kube.access;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a role. The lists are as written: {@code *} is a wildcard only where Kubernetes takes
 * it for one.
 *
 * @param role the role that it is written in; of an aggregated role, the one it comes from
 * @param number from 1, within that role
 * @param path to the rule from the root of its document; empty for a role that every cluster has
 */
public record AccessRule(
    ObjectRef role,
    int number,
    YamlPath path,
    List<String> verbs,
    List<String> groups,
    List<String> resources,
    List<String> names,
    List<String> urls) {
  private static final String ALL = "*";

  public AccessRule {
    verbs = List.copyOf(verbs);
    groups = List.copyOf(groups);
    resources = List.copyOf(resources);
    names = List.copyOf(names);
    urls = List.copyOf(urls);
  }

  /** Whether the rule grants what is asked for, as Kubernetes' RBAC authorizer has it. */
  public boolean grants(AccessRequest request) {
    return switch (request) {
      case AccessRequest.OnResource on ->
          grantsVerb(on.verb())
              && grantsGroup(on.group())
              && grantsResource(on.fullResource())
              && grantsName(on);
      case AccessRequest.OnUrl(String verb, String path) ->
          grantsVerb(verb) && urls.stream().anyMatch(url -> covers(url, path));
    };
  }

  private static boolean has(List<String> granted, String asked) {
    return granted.contains(ALL) || granted.contains(asked);
  }

  /** Whether a verb is among those of the rule. */
  public boolean grantsVerb(String verb) {
    return has(verbs, verb);
  }

  /** Whether an API group is among those of the rule; empty for the core group. */
  public boolean grantsGroup(String group) {
    return has(groups, group);
  }

  /**
   * Whether a resource is among those of the rule: it does not cover its subresources, and {@code
   * *} covers everything.
   *
   * @param resource {@code pods} or {@code pods/exec}
   */
  public boolean grantsResource(String resource) {
    if (resources.contains(ALL) || resources.contains(resource)) {
      return true;
    }
    int slash = resource.indexOf('/');
    return slash >= 0 && resources.contains("*" + resource.substring(slash));
  }

  /** A list of names grants nothing to a request that names none. */
  private boolean grantsName(AccessRequest.OnResource on) {
    return names.isEmpty() || names.contains(on.name());
  }

  private static boolean covers(String url, String path) {
    if (url.equals(ALL) || url.equals(path)) {
      return true;
    }
    int end = url.length();
    while (end > 0 && url.charAt(end - 1) == '*') {
      end--;
    }
    return end < url.length() && path.startsWith(url.substring(0, end));
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccessRule that
        && number == that.number
        && role.equals(that.role)
        && path.equals(that.path)
        && verbs.equals(that.verbs)
        && groups.equals(that.groups)
        && resources.equals(that.resources)
        && names.equals(that.names)
        && urls.equals(that.urls);
  }

  @Override
  public int hashCode() {
    return (role.hashCode() * 31 + path.hashCode()) * 31 + number;
  }
}
