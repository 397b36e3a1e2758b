package dev.zonewright.report.compare;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object in both versions, or in one of them.
 *
 * @param changes where it is not as it was; none for one that came or went
 */
record ObjectPair(
    Optional<LocatedObject> before, Optional<LocatedObject> after, List<TreeChange> changes) {

  /** Those that are not as they were, in the order of what is there now. */
  static List<ObjectPair> changed(Analysis before, Analysis after) {
    Map<String, Deque<LocatedObject>> was = new LinkedHashMap<>();
    before.objects().forEach(o -> was.computeIfAbsent(path(o), _ -> new ArrayDeque<>()).add(o));
    Map<String, Integer> times = new HashMap<>();
    after.objects().forEach(o -> times.merge(path(o), 1, Integer::sum));
    List<ObjectPair> out = new ArrayList<>();
    for (LocatedObject now : after.objects()) {
      Optional<LocatedObject> then = taken(was.getOrDefault(path(now), new ArrayDeque<>()), now);
      List<TreeChange> changes = then.map(t -> changes(t, now)).orElse(List.of());
      if (then.isEmpty() || !changes.isEmpty()) {
        out.add(new ObjectPair(then, Optional.of(now), changes));
      }
    }
    was.values().stream()
        .flatMap(Deque::stream)
        .forEach(o -> out.add(new ObjectPair(Optional.of(o), Optional.empty(), List.of())));
    return out;
  }

  /** Of several with one name, as in the folders of stages, that of the same file comes first. */
  private static Optional<LocatedObject> taken(Deque<LocatedObject> all, LocatedObject like) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    LocatedObject found =
        all.stream().filter(o -> o.file().equals(like.file())).findFirst().orElse(all.getFirst());
    all.remove(found);
    return Optional.of(found);
  }

  private static List<TreeChange> changes(LocatedObject was, LocatedObject is) {
    return TreeChange.between(was.object().root(), is.object().root());
  }

  /** {@code NAMESPACE/KIND/NAME}, as findings name it. */
  static String path(LocatedObject at) {
    return ObjectRef.of(at.object()).path();
  }

  LocatedObject there() {
    return after.or(() -> before).orElseThrow();
  }

  KubeObject object() {
    return there().object();
  }

  String path() {
    return path(there());
  }

  /** The namespace that it lives in, or that it is; empty for an object of the whole cluster. */
  String home() {
    return object().tenant().orElse("");
  }
}
