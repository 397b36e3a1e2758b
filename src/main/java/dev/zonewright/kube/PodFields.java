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
  /** What AppArmor profiles are named by in annotations: this and the container's name. */
  public static final String APP_ARMOR_ANNOTATION =
      "container.apparmor.security.beta.kubernetes.io/";

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
          List.of("securityContext", "sysctls", EACH, "name"),
          List.of("securityContext", "seLinuxOptions", "type"),
          List.of("securityContext", "seLinuxOptions", "user"),
          List.of("securityContext", "seLinuxOptions", "role"),
          List.of("securityContext", "appArmorProfile", "type"),
          List.of("volumes", EACH, MAPPING),
          List.of("volumes", EACH, "persistentVolumeClaim", "claimName"),
          List.of("volumes", EACH, "ephemeral", "volumeClaimTemplate", "spec", "storageClassName"),
          List.of("volumes", EACH, "ephemeral", "volumeClaimTemplate", "spec", "volumeName"),
          projectedToken("audience"),
          projectedToken("expirationSeconds"),
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
          List.of("securityContext", "windowsOptions", "hostProcess"),
          List.of("securityContext", "procMount"),
          List.of("securityContext", "seLinuxOptions", "type"),
          List.of("securityContext", "seLinuxOptions", "user"),
          List.of("securityContext", "seLinuxOptions", "role"),
          List.of("securityContext", "appArmorProfile", "type"),
          List.of("livenessProbe", "httpGet", "host"),
          List.of("livenessProbe", "tcpSocket", "host"),
          List.of("readinessProbe", "httpGet", "host"),
          List.of("readinessProbe", "tcpSocket", "host"),
          List.of("startupProbe", "httpGet", "host"),
          List.of("startupProbe", "tcpSocket", "host"),
          List.of("lifecycle", "postStart", "httpGet", "host"),
          List.of("lifecycle", "postStart", "tcpSocket", "host"),
          List.of("lifecycle", "preStop", "httpGet", "host"),
          List.of("lifecycle", "preStop", "tcpSocket", "host"));

  private static final List<String> ANNOTATIONS = List.of("dev.edera/", APP_ARMOR_ANNOTATION);

  private PodFields() {}

  private static List<String> projectedToken(String field) {
    return List.of("volumes", EACH, "projected", "sources", EACH, "serviceAccountToken", field);
  }

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
      if (ANNOTATIONS.stream().anyMatch(annotation.key()::startsWith)) {
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
