package dev.zonewright.catalogue.token;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.query.BaseQuery;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pods of a namespace by the name of the account that they run as: gathered once, so that a
 * thousand accounts do not walk through all pods each.
 *
 * @param namespace empty for the default one
 */
record PodsByAccount(String namespace) implements Query<Map<String, List<PodView>>> {
  /** Those of one account. */
  record Of(String namespace, String account) implements Query<List<PodView>> {
    @Override
    public List<PodView> answer(Cluster cluster) {
      return cluster.ask(new PodsByAccount(namespace)).getOrDefault(account, List.of());
    }
  }

  @Override
  public Map<String, List<PodView>> answer(Cluster cluster) {
    Map<String, List<PodView>> out = new HashMap<>();
    for (String kind : PodViews.KINDS) {
      for (KubeObject object : cluster.ask(new BaseQuery.InNamespace(kind, namespace))) {
        for (PodView pod : PodViews.of(object)) {
          if (pod.spec().isMapping()) {
            out.computeIfAbsent(ServiceAccounts.of(pod), _ -> new ArrayList<>()).add(pod);
          }
        }
      }
    }
    out.replaceAll((_, pods) -> List.copyOf(pods));
    return out;
  }
}
