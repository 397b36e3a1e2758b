package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Where a pod runs. */
public enum ZoneState {
  /** In an Edera zone with its own kernel. */
  EDERA,
  /** On the kernel of the host, or under a runtime that is not Edera. */
  HOST,
  /**
   * Its runtime class is a placeholder or not a string, the manifest holds no pod spec at all, its
   * kind has no field for the class, or another manifest or an operator says it.
   */
  UNDETERMINED;

  /** The handler of Edera's runtime, and the name its RuntimeClass usually has. */
  public static final String HANDLER = "edera";

  /**
   * Where this pod runs: {@code runtimeClassName} resolved through the opened RuntimeClass of that
   * name; when none is opened, by the name {@code edera}. Source: Kubernetes, Runtime Class; Edera,
   * zones.
   */
  public static ZoneState of(PodView pod, ClusterLookup cluster) {
    return of(pod, cluster::runtimeClass);
  }

  /**
   * The same, with another way to look up a RuntimeClass.
   *
   * @param runtimeClasses gives the one of a name, empty when none is opened
   */
  public static ZoneState of(PodView pod, Function<String, Optional<KubeObject>> runtimeClasses) {
    if (!pod.isMade() || !pod.place().form().has("runtimeClassName")) {
      return UNDETERMINED;
    }
    YamlCursor at = pod.spec().get("runtimeClassName");
    if (!at.isSet()) {
      if (!pod.place().form().asks("runtimeClassName")) {
        return UNDETERMINED;
      }
      return HOST;
    }
    Optional<String> name = at.string();
    if (name.isEmpty() || at.isPlaceholder()) {
      return UNDETERMINED;
    }
    Optional<KubeObject> known = runtimeClasses.apply(name.get());
    if (known.isEmpty()) {
      return name.get().equals(HANDLER) ? EDERA : HOST;
    }
    YamlCursor handler = known.get().root().get("handler");
    if (UnknownValue.isPlaceholder(handler)) {
      return UNDETERMINED;
    }
    return handler.raw().equals(HANDLER) ? EDERA : HOST;
  }

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
