package dev.zonewright.kube.placement;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import java.util.ArrayList;
import java.util.BitSet;
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
public record CoTenants(String tenant, Set<String> same) implements Query<CoTenants.Meetings> {
  private static final int NAMED = 5;

  /**
   * Asks for a namespace.
   *
   * @param same other namespaces of its tenant, which are not met as others
   */
  public CoTenants {
    same = Set.copyOf(same);
  }

  /**
   * Another tenant that can be met.
   *
   * @param own a workload of the tenant
   * @param theirs the one that it can meet; of all pairs, one that shares the kernel of the host
   *     where any does
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
    Map<Placed, BitSet> nodes = cluster.ask(new NodesTaken());
    Set<String> names = new TreeSet<>();
    int count = 0;
    for (DemandGroups.Group group : cluster.ask(new DemandGroups())) {
      if (meets(own.keySet(), group.demands(), nodes)) {
        List<String> theirs = group.tenants();
        count += (int) theirs.stream().filter(n -> !isOwn(n)).count();
        theirs.stream().filter(n -> !isOwn(n)).limit(NAMED).forEach(names::add);
      }
    }
    List<Meeting> out = new ArrayList<>();
    for (String other : names.stream().limit(NAMED).toList()) {
      mostTelling(other, own, all.getOrDefault(other, Map.of()), nodes).ifPresent(out::add);
    }
    return new Meetings(List.copyOf(out), count);
  }

  // asked for every two groups of tenants: without streams
  private static boolean meets(Set<Placed> own, Set<Placed> theirs, Map<Placed, BitSet> nodes) {
    for (Placed mine : own) {
      for (Placed their : theirs) {
        if (mine.meets(their, nodes)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isOwn(String namespace) {
    return namespace.equals(tenant) || same.contains(namespace);
  }

  /** The first of the pairs of which a break-out would reach most. */
  private static Optional<Meeting> mostTelling(
      String other,
      Map<Placed, ObjectRef> own,
      Map<Placed, ObjectRef> theirs,
      Map<Placed, BitSet> nodes) {
    Optional<Meeting> out = Optional.empty();
    int best = -1;
    for (Map.Entry<Placed, ObjectRef> mine : own.entrySet()) {
      for (Map.Entry<Placed, ObjectRef> their : theirs.entrySet()) {
        int tells = mine.getKey().tells(their.getKey());
        if (tells > best && mine.getKey().meets(their.getKey(), nodes)) {
          best = tells;
          out = Optional.of(new Meeting(other, mine.getValue(), their.getValue()));
        }
      }
    }
    return out;
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CoTenants that && tenant.equals(that.tenant) && same.equals(that.same);
  }

  @Override
  public int hashCode() {
    return tenant.hashCode() * 31 + same.hashCode();
  }
}
