package dev.zonewright.catalogue.token;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.query.BaseQuery;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The workloads of a namespace that run as its account {@code default}, as people call them. */
record UsersOfDefault(String namespace) implements Query<List<String>> {
  @Override
  public List<String> answer(Cluster cluster) {
    return PodViews.KINDS.stream()
        .flatMap(kind -> cluster.ask(new BaseQuery.InNamespace(kind, namespace)).stream())
        .filter(UsersOfDefault::isUser)
        .map(KubeObject::label)
        .toList();
  }

  static boolean isUser(KubeObject object) {
    return PodViews.of(object).stream()
        .anyMatch(pod -> pod.isMade() && ServiceAccounts.of(pod).equals(ServiceAccounts.DEFAULT));
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsersOfDefault that && namespace.equals(that.namespace);
  }

  @Override
  public int hashCode() {
    return namespace.hashCode();
  }
}
