package dev.zonewright.kube.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which of several objects of one name a server has after all are applied in their order: the last
 * that it takes, since a write that it refuses changes nothing. Where it takes none, the last
 * refused one stands for what is meant.
 */
public final class Standing<V> {
  private final Map<ObjectRef, V> values = new LinkedHashMap<>();
  private final Map<ObjectRef, String> refused = new HashMap<>();

  /** The one of several objects of one name, given in their order. */
  public static Optional<KubeObject> of(Stream<KubeObject> ofOneName) {
    return of(ofOneName, Function.identity());
  }

  /** The same of values that have an object. */
  public static <T> Optional<T> of(Stream<T> ofOneName, Function<T, KubeObject> object) {
    Standing<T> standing = new Standing<>();
    ObjectRef one = new ObjectRef("", "", "", "");
    ofOneName.forEach(each -> standing.offer(one, each, Refusal.of(object.apply(each))));
    return Optional.ofNullable(standing.values.get(one));
  }

  /** An object that the server takes. */
  public void take(ObjectRef ref, V value) {
    // behind the others, as it is the latest
    values.remove(ref);
    values.put(ref, value);
    refused.remove(ref);
  }

  /** An object that the server takes, or refuses for a reason. */
  public void offer(ObjectRef ref, V value, Optional<String> refusal) {
    if (refusal.isEmpty()) {
      take(ref, value);
    } else if (taken(ref).isEmpty()) {
      values.put(ref, value);
      refused.put(ref, refusal.get());
    }
  }

  /** The object of a name that the server has. */
  public Optional<V> taken(ObjectRef ref) {
    return refused.containsKey(ref) ? Optional.empty() : Optional.ofNullable(values.get(ref));
  }

  /** What stands, by name. */
  public Map<ObjectRef, V> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Why the server has nothing of a name that only refused objects have. */
  public Map<ObjectRef, String> refused() {
    return Collections.unmodifiableMap(refused);
  }
}
