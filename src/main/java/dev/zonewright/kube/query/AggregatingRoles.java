package dev.zonewright.kube.query;

import dev.zonewright.kube.KubeObject;
import java.util.List;

/**
 * The ClusterRoles that gather the rules of others: the same answer whatever is edited in the
 * others, which are many more.
 */
record AggregatingRoles() implements Query<List<KubeObject>> {
  @Override
  public List<KubeObject> answer(Cluster cluster) {
    return cluster.ask(new BaseQuery.OfKind("ClusterRole")).stream()
        .filter(role -> role.root().get("aggregationRule").exists())
        .toList();
  }
}
