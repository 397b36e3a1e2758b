package dev.zonewright.kube.placement;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tenants whose workloads can run on the same node as some of a tenant's: nothing that the two
 * demand of nodes excludes the other; where nodes are opened, one of them takes both. Kubernetes'
 * own namespaces do not count.
 */
public record CoTenants(String tenant) implements Query<CoTenants.Meetings> {
  private static final int NAMED = 5;

  /**
   * Another tenant that can be met.
   *
   * @param own a workload of the tenant
   * @param theirs the one that it can meet
   */
  public record Meeting(String tenant, ObjectRef own, ObjectRef theirs) {}

  /**
   * Whom a tenant can meet.
   *
   * @param first the first few by name
   * @param count of all
   */
  public record Meetings(List<Meeting> first, int count) {}

  @Override
  public Meetings answer(Cluster cluster) {
    Map<String, Map<Placed, ObjectRef>> all = cluster.ask(new TenantDemands());
    Map<Placed, ObjectRef> own = all.getOrDefault(tenant, Map.of());
    List<OpenNodes.Node> nodes = cluster.ask(new OpenNodes());
    Set<String> names = new TreeSet<>();
    int count = 0;
    for (DemandGroups.Group group : cluster.ask(new DemandGroups())) {
      boolean meets =
          own.keySet().stream()
              .anyMatch(mine -> group.demands().stream().anyMatch(d -> mine.meets(d, nodes)));
      if (meets) {
        List<String> theirs = group.tenants();
        boolean within = Collections.binarySearch(theirs, tenant) >= 0;
        count += theirs.size() - (within ? 1 : 0);
        names.addAll(theirs.subList(0, Math.min(NAMED + 1, theirs.size())));
      }
    }
    names.remove(tenant);
    List<Meeting> out = new ArrayList<>();
    for (String other : names.stream().limit(NAMED).toList()) {
      first(other, own, all.getOrDefault(other, Map.of()), nodes).ifPresent(out::add);
    }
    return new Meetings(List.copyOf(out), count);
  }

  private static Optional<Meeting> first(
      String other,
      Map<Placed, ObjectRef> own,
      Map<Placed, ObjectRef> theirs,
      List<OpenNodes.Node> nodes) {
    for (Map.Entry<Placed, ObjectRef> mine : own.entrySet()) {
      for (Map.Entry<Placed, ObjectRef> their : theirs.entrySet()) {
        if (mine.getKey().meets(their.getKey(), nodes)) {
          return Optional.of(new Meeting(other, mine.getValue(), their.getValue()));
        }
      }
    }
    return Optional.empty();
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CoTenants that && tenant.equals(that.tenant);
  }

  @Override
  public int hashCode() {
    return tenant.hashCode();
  }
}
