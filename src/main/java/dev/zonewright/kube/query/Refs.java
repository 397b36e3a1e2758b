package dev.zonewright.kube.query;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import java.util.List;

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
}
