package dev.zonewright.kube.placement;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.evidence.Platform;
import dev.zonewright.kube.query.BaseQuery;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the workloads of each tenant demand of nodes: each demand once, with the first workload that
 * has it. The platform's own workloads are left out: they run on every node by design.
 */
public record TenantDemands() implements Query<Map<String, Map<Placed, ObjectRef>>> {
  @Override
  public Map<String, Map<Placed, ObjectRef>> answer(Cluster cluster) {
    Map<String, Map<Placed, ObjectRef>> out = new TreeMap<>();
    for (String kind : WorkloadKinds.ALL) {
      for (KubeObject object : cluster.ask(new BaseQuery.OfKind(kind))) {
        for (PodView pod : PodViews.of(object)) {
          if (Platform.of(pod).isEmpty()) {
            out.computeIfAbsent(object.tenant().orElse(Tenants.DEFAULT), _ -> new LinkedHashMap<>())
                .putIfAbsent(demand(pod, cluster), ObjectRef.of(object));
          }
        }
      }
    }
    return out;
  }

  private static Placed demand(PodView pod, Cluster cluster) {
    String name = pod.spec().get("runtimeClassName").raw();
    Optional<KubeObject> runtimeClass =
        name.isEmpty()
            ? Optional.empty()
            : cluster.ask(new BaseQuery.Named("RuntimeClass", "", name));
    return new Placed(
        DemandReader.read(pod, runtimeClass),
        Toleration.of(pod, runtimeClass),
        ZoneState.of(pod, _ -> runtimeClass));
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TenantDemands;
  }

  @Override
  public int hashCode() {
    return 1318;
  }
}
