package dev.zonewright.kube.placement;

import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the open nodes take what a workload demands, by their numbers: each demand is held
 * against each node once, and not again for every two tenants. Without open nodes no demand has an
 * entry.
 */
record NodesTaken() implements Query<Map<Placed, BitSet>> {
  @Override
  public Map<Placed, BitSet> answer(Cluster cluster) {
    List<OpenNodes.Node> nodes = cluster.ask(new OpenNodes());
    Map<Placed, BitSet> out = new HashMap<>();
    if (!nodes.isEmpty()) {
      cluster
          .ask(new TenantDemands())
          .values()
          .forEach(ofTenant ->
              ofTenant
                  .keySet()
                  .forEach(demand -> out.computeIfAbsent(demand, one -> taking(one, nodes))));
    }
    return out;
  }

  private static BitSet taking(Placed demand, List<OpenNodes.Node> nodes) {
    BitSet out = new BitSet(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).takes(demand)) {
        out.set(i);
      }
    }
    return out;
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NodesTaken;
  }

  @Override
  public int hashCode() {
    return 3011;
  }
}
