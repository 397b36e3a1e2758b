package dev.zonewright.kube.placement;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tenants whose workloads demand the same of nodes, so that thousands of tenants need not be
 * compared one by one. Kubernetes' own namespaces are left out.
 */
record DemandGroups() implements Query<List<DemandGroups.Group>> {
  /**
   * Tenants with the same demands.
   *
   * @param tenants by name
   */
  record Group(Set<Placed> demands, List<String> tenants) {}

  @Override
  public List<Group> answer(Cluster cluster) {
    Map<Set<Placed>, List<String>> groups = new LinkedHashMap<>();
    Map<String, Map<Placed, ObjectRef>> all = cluster.ask(new TenantDemands());
    all.forEach((tenant, demands) -> {
      if (!Tenants.isSystem(tenant)) {
        groups.computeIfAbsent(demands.keySet(), _ -> new ArrayList<>()).add(tenant);
      }
    });
    List<Group> out = new ArrayList<>();
    groups.forEach((demands, tenants) -> out.add(new Group(demands, tenants)));
    return out;
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DemandGroups;
  }

  @Override
  public int hashCode() {
    return 2111;
  }
}
