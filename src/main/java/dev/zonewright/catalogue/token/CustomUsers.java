package dev.zonewright.catalogue.token;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.query.BaseQuery;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import dev.zonewright.yaml.YamlCursor;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The custom resources of a namespace by the accounts that they name anywhere: an operator makes
 * pods of them that run as the account, gathered once for all accounts.
 *
 * @param namespace empty for the default one
 */
record CustomUsers(String namespace) implements Query<Map<String, List<KubeObject>>> {
  private static final Set<String> FIELDS = Set.of("serviceAccountName", "serviceAccount");

  @Override
  public Map<String, List<KubeObject>> answer(Cluster cluster) {
    Map<String, Set<KubeObject>> out = new LinkedHashMap<>();
    for (String kind : cluster.ask(new BaseQuery.CustomKinds(namespace))) {
      if (PodViews.KINDS.contains(kind)) {
        continue;
      }
      for (KubeObject object : cluster.ask(new BaseQuery.InNamespace(kind, namespace))) {
        if (object.isOfCustomKind()) {
          gather(object.root(), object, out);
        }
      }
    }
    Map<String, List<KubeObject>> lists = new LinkedHashMap<>();
    out.forEach((account, objects) -> lists.put(account, List.copyOf(objects)));
    return lists;
  }

  private static void gather(YamlCursor at, KubeObject object, Map<String, Set<KubeObject>> out) {
    for (YamlCursor entry : at.entries()) {
      if (FIELDS.contains(entry.key()) && !entry.raw().isEmpty()) {
        out.computeIfAbsent(entry.raw(), _ -> new LinkedHashSet<>()).add(object);
      }
      gather(entry, object, out);
    }
    for (YamlCursor item : at.items()) {
      gather(item, object, out);
    }
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CustomUsers that && namespace.equals(that.namespace);
  }

  @Override
  public int hashCode() {
    return namespace.hashCode();
  }
}
