package dev.zonewright.kube.query;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of the objects of a kind: the same answer whatever is edited within them.
 *
 * @param objects which objects
 */
public record Refs(BaseQuery<List<KubeObject>> objects) implements Query<List<ObjectRef>> {
  /** Of all namespaces. */
  public static Refs ofKind(String kind) {
    return new Refs(new BaseQuery.OfKind(kind));
  }

  /** Of one namespace; empty for the default one. */
  public static Refs in(String kind, String namespace) {
    return new Refs(new BaseQuery.InNamespace(kind, namespace));
  }

  @Override
  public List<ObjectRef> answer(Cluster cluster) {
    return cluster.ask(objects).stream().map(ObjectRef::of).toList();
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Refs that && objects.equals(that.objects);
  }

  @Override
  public int hashCode() {
    return objects.hashCode();
  }
}
