package dev.zonewright.kube.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers the rules of aggregated ClusterRoles, as the controller in a cluster does: the rules of
 * all ClusterRoles that a selector selects take the place of the role's own. An aggregated role may
 * itself be selected.
 */
final class Aggregation {
  private Aggregation() {}

  /**
   * The same roles with the rules that they have in a cluster.
   *
   * @param roles ClusterRoles by name
   */
  static Map<String, AccessRole> of(Map<String, AccessRole> roles) {
    Map<String, AccessRole> now = new TreeMap<>(roles);
    List<AccessRole> aggregated =
        now.values().stream().filter(r -> !r.aggregates().isEmpty()).toList();
    // rules only ever flow along selectors: as many rounds as there are aggregated roles reach all
    for (int round = 0; round <= aggregated.size(); round++) {
      boolean changed = false;
      for (AccessRole role : aggregated) {
        AccessRole next = role.withRules(gathered(role, now));
        if (!next.equals(now.put(role.ref().name(), next))) {
          changed = true;
        }
      }
      if (!changed) {
        break;
      }
    }
    return now;
  }

  private static List<AccessRule> gathered(AccessRole role, Map<String, AccessRole> roles) {
    Set<AccessRule> rules = new LinkedHashSet<>();
    for (AccessRole other : roles.values()) {
      if (role.gathers(other)) {
        rules.addAll(other.rules());
      }
    }
    return new ArrayList<>(rules);
  }
}
