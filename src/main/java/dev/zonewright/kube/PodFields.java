package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The fields of a pod that controls read. A control that reads another field of a pod or a
 * container adds it here, so that a placeholder in it is never taken for a pass.
 */
public final class PodFields {
  /** A step into every item of a list. */
  private static final String EACH = "[]";

  /** The end of a way whose value must be a mapping. */
  private static final String MAPPING = "{}";

  private static final List<List<String>> POD =
      List.of(
          List.of("runtimeClassName"),
          List.of("hostNetwork"),
          List.of("hostPID"),
          List.of("hostIPC"),
          List.of("hostUsers"),
          List.of("os", "name"),
          List.of("securityContext", "runAsNonRoot"),
          List.of("securityContext", "runAsUser"),
          List.of("securityContext", "seccompProfile", "type"),
          List.of("securityContext", "windowsOptions", "hostProcess"),
          List.of("automountServiceAccountToken"),
          List.of("volumes", EACH, MAPPING),
          List.of("containers", EACH, MAPPING),
          List.of("initContainers", EACH, MAPPING),
          List.of("ephemeralContainers", EACH, MAPPING));

  private static final List<List<String>> CONTAINER =
      List.of(
          List.of("securityContext", "privileged"),
          List.of("securityContext", "capabilities", "add", EACH),
          List.of("securityContext", "capabilities", "drop", EACH),
          List.of("ports", EACH, "hostPort"),
          List.of("securityContext", "allowPrivilegeEscalation"),
          List.of("securityContext", "runAsNonRoot"),
          List.of("securityContext", "runAsUser"),
          List.of("securityContext", "seccompProfile", "type"),
          List.of("securityContext", "windowsOptions", "hostProcess"));

  private static final String ANNOTATIONS = "dev.edera/";

  private PodFields() {}

  /** Why a value cannot be judged. */
  public enum Obstacle {
    PLACEHOLDER,
    /** Something else stands where a mapping must stand. */
    NO_MAPPING,
    /** Something else stands where a list must stand. */
    NO_LIST
  }

  /** Values of the pod itself, or on the way to them, that cannot be judged. */
  public static Map<YamlCursor, Obstacle> unknownIn(PodView pod) {
    Map<YamlCursor, Obstacle> out = new LinkedHashMap<>();
    Collecting into = new Collecting(out);
    walk(pod.metadata(), List.of("annotations", MAPPING), into);
    for (YamlCursor annotation : pod.annotations().entries()) {
      if (annotation.key().startsWith(ANNOTATIONS)) {
        walk(annotation, List.of(), into);
      }
    }
    POD.forEach(way -> walk(pod.spec(), way, into));
    return out;
  }

  /** The same for one of its containers. */
  public static Map<YamlCursor, Obstacle> unknownIn(ContainerView container) {
    Map<YamlCursor, Obstacle> out = new LinkedHashMap<>();
    Collecting into = new Collecting(out);
    CONTAINER.forEach(way -> walk(container.at(), way, into));
    return out;
  }

  /** The same for a way of plain keys below an object, to a value that must be a mapping or not. */
  public static Map<YamlCursor, Obstacle> unknownOn(
      YamlCursor from, List<String> keys, boolean mapping) {
    Map<YamlCursor, Obstacle> out = new LinkedHashMap<>();
    List<String> way = new ArrayList<>(keys);
    if (mapping) {
      way.add(MAPPING);
    }
    walk(from, way, new Collecting(out));
    return out;
  }

  /** Keeps each place once; cursors to one place are not equal. */
  private static final class Collecting implements BiConsumer<YamlCursor, Obstacle> {
    private final Map<YamlCursor, Obstacle> out;

    Collecting(Map<YamlCursor, Obstacle> out) {
      this.out = out;
    }

    @Override
    public void accept(YamlCursor at, Obstacle obstacle) {
      if (out.keySet().stream().noneMatch(known -> known.path().equals(at.path()))) {
        out.put(at, obstacle);
      }
    }
  }

  private static void walk(YamlCursor at, List<String> way, BiConsumer<YamlCursor, Obstacle> out) {
    if (!at.isSet()) {
      return;
    }
    if (UnknownValue.isPlaceholder(at)) {
      out.accept(at, Obstacle.PLACEHOLDER);
      return;
    }
    if (way.isEmpty()) {
      return;
    }
    String step = way.getFirst();
    List<String> rest = way.subList(1, way.size());
    if (step.equals(EACH)) {
      if (at.isSequence()) {
        at.items().forEach(item -> walk(item, rest, out));
      } else {
        out.accept(at, Obstacle.NO_LIST);
      }
    } else if (!at.isMapping()) {
      out.accept(at, Obstacle.NO_MAPPING);
    } else if (!step.equals(MAPPING)) {
      walk(at.get(step), rest, out);
    }
  }
}
