package dev.zonewright.catalogue.token;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.query.BaseQuery;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The workload at which to say what concerns the account {@code default} of its namespace. */
record FirstUser(String namespace) implements Query<Optional<KubeObject>> {
  @Override
  public Optional<KubeObject> answer(Cluster cluster) {
    return PodViews.KINDS.stream()
        .flatMap(kind -> cluster.ask(new BaseQuery.InNamespace(kind, namespace)).stream())
        .filter(UsersOfDefault::isUser)
        .findFirst();
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FirstUser that && namespace.equals(that.namespace);
  }

  @Override
  public int hashCode() {
    return namespace.hashCode();
  }

  /**
   * Whether an object is that workload. The answer stays the same whatever is edited in the others.
   */
  record Is(KubeObject object, String namespace) implements Query<Boolean> {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public Boolean answer(Cluster cluster) {
      return cluster.ask(new FirstUser(namespace)).filter(o -> o == object).isPresent();
    }

    // by identity: the object is asked about, not what is written in it; see docs/decisions/0025
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Is that && object == that.object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }
}
