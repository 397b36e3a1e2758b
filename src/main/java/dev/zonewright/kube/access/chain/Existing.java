package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.access.AccessReader;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.valid.Refusal;
import dev.zonewright.kube.valid.Standing;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of several objects of one kind and name a server has: the last that it takes. */
final class Existing {
  private Existing() {}

  /** The objects that a server has; roles and bindings, which are judged elsewhere, all of them. */
  static List<KubeObject> of(Collection<KubeObject> objects) {
    Map<ObjectRef, List<KubeObject>> named = new LinkedHashMap<>();
    List<KubeObject> out = new ArrayList<>();
    for (KubeObject object : objects) {
      YamlCursor name = object.root().get("metadata", "name");
      // a patch is laid over what says the rest; without a name, each gets one of its own
      boolean own = name.isSet() && !name.isPlaceholder() && !Patch.is(object);
      if (own && !object.group().equals(AccessReader.GROUP)) {
        String namespace = object.isClusterScoped() ? "" : object.tenant().orElse("");
        ObjectRef ref = new ObjectRef(object.group(), object.kind(), namespace, object.name());
        named.computeIfAbsent(ref, _ -> new ArrayList<>()).add(object);
      } else {
        out.add(object);
      }
    }
    named.forEach((ref, same) -> out.add(same.size() == 1 ? same.getFirst() : one(ref, same)));
    return out;
  }

  private static KubeObject one(ObjectRef ref, List<KubeObject> same) {
    Standing<KubeObject> standing = new Standing<>();
    same.forEach(object -> standing.offer(ref, object, Refusal.of(object)));
    return standing.values().values().iterator().next();
  }
}
