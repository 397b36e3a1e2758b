package dev.zonewright.kube.placement;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tenants whose workloads can run on the same node as some of a tenant's: nothing that the two
 * demand of nodes excludes the other; where nodes are opened, one of them takes both.
 */
public record CoTenants(String tenant) implements Query<List<CoTenants.Meeting>> {
  /**
   * Another tenant that can be met.
   *
   * @param own a workload of the tenant
   * @param theirs the one that it can meet
   */
  public record Meeting(String tenant, ObjectRef own, ObjectRef theirs) {}

  @Override
  public List<Meeting> answer(Cluster cluster) {
    Map<String, Map<Placed, ObjectRef>> all = cluster.ask(new TenantDemands());
    Map<Placed, ObjectRef> own = all.getOrDefault(tenant, Map.of());
    List<OpenNodes.Node> nodes = cluster.ask(new OpenNodes());
    List<Meeting> out = new ArrayList<>();
    all.forEach((other, theirs) -> {
      if (!other.equals(tenant)) {
        first(other, own, theirs, nodes).ifPresent(out::add);
      }
    });
    return out;
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
