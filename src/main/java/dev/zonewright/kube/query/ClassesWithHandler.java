package dev.zonewright.kube.query;

import dev.zonewright.kube.KubeObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of the RuntimeClasses that have a handler, sorted. */
record ClassesWithHandler(String handler) implements Query<List<String>> {
  private static final String KIND = "RuntimeClass";

  @Override
  public List<String> answer(Cluster cluster) {
    return cluster.ask(new BaseQuery.OfKind(KIND)).stream()
        .filter(c -> c.root().get("handler").string().orElse("").equals(handler))
        .filter(
            c -> cluster.ask(new BaseQuery.Named(KIND, "", c.name())).filter(c::equals).isPresent())
        .map(KubeObject::name)
        .sorted()
        .toList();
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClassesWithHandler that && handler.equals(that.handler);
  }

  @Override
  public int hashCode() {
    return handler.hashCode();
  }
}
