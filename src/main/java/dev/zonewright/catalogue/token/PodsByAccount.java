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
import org.jspecify.annotations.Nullable;

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

    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Of that
          && namespace.equals(that.namespace)
          && account.equals(that.account);
    }

    @Override
    public int hashCode() {
      return namespace.hashCode() * 31 + account.hashCode();
    }
  }

  @Override
  public Map<String, List<PodView>> answer(Cluster cluster) {
    Map<String, List<PodView>> out = new HashMap<>();
    for (String kind : PodViews.KINDS) {
      for (KubeObject object : cluster.ask(new BaseQuery.InNamespace(kind, namespace))) {
        for (PodView pod : PodViews.of(object)) {
          if (pod.isMade()) {
            out.computeIfAbsent(ServiceAccounts.of(pod), _ -> new ArrayList<>()).add(pod);
          }
        }
      }
    }
    out.replaceAll((_, pods) -> List.copyOf(pods));
    return out;
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PodsByAccount that && namespace.equals(that.namespace);
  }

  @Override
  public int hashCode() {
    return namespace.hashCode();
  }
}
