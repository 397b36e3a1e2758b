package dev.zonewright.kube.placement;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which taints a pod puts up with. Source: Kubernetes, Taints and Tolerations.
 *
 * @param key empty, with {@code exists}, for every taint
 * @param exists whether every value of the key will do
 * @param effect empty for every effect
 */
record Toleration(String key, boolean exists, String value, String effect) {
  /**
   * Those of a pod and of its RuntimeClass; one with a placeholder counts as one for every taint,
   * so that nothing is hidden.
   */
  static List<Toleration> of(PodView pod, Optional<KubeObject> runtimeClass) {
    Stream<YamlCursor> added =
        runtimeClass.stream()
            .flatMap(c -> c.root().get("scheduling", "tolerations").items().stream());
    return Stream.concat(pod.spec().get("tolerations").items().stream(), added)
        .filter(YamlCursor::isMapping)
        .map(Toleration::read)
        .distinct()
        .toList();
  }

  /** Those that a RuntimeClass adds to its pods. */
  static List<Toleration> ofClass(KubeObject runtimeClass) {
    return runtimeClass.root().get("scheduling", "tolerations").items().stream()
        .filter(YamlCursor::isMapping)
        .map(Toleration::read)
        .toList();
  }

  /** Whether it is about taints of a key and an effect; an empty effect is every one. */
  boolean isFor(String ofKey, String ofEffect) {
    return (key.isEmpty() ? exists : key.equals(ofKey))
        && (effect.isEmpty() || ofEffect.isEmpty() || effect.equals(ofEffect));
  }

  private static Toleration read(YamlCursor at) {
    if (at.entries().stream().anyMatch(YamlCursor::isPlaceholder)) {
      return new Toleration("", true, "", "");
    }
    return new Toleration(
        at.get("key").raw(),
        at.get("operator").raw().equals("Exists"),
        at.get("value").raw(),
        at.get("effect").raw());
  }

  private boolean matches(Taint taint) {
    if (!effect.isEmpty() && !effect.equals(taint.effect())) {
      return false;
    }
    if (key.isEmpty()) {
      return exists;
    }
    return key.equals(taint.key()) && (exists || value.equals(taint.value()));
  }

  /** Whether a pod with these tolerations may come to a node with these taints. */
  static boolean allow(List<Toleration> tolerations, List<Taint> taints) {
    for (Taint taint : taints) {
      if (taint.keepsAway() && !isTolerated(taint, tolerations)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTolerated(Taint taint, List<Toleration> tolerations) {
    for (Toleration one : tolerations) {
      if (one.matches(taint)) {
        return true;
      }
    }
    return false;
  }

  /** A taint of a node. */
  record Taint(String key, String value, String effect) {
    /** Whether it keeps pods away that do not tolerate it; a preference does not. */
    boolean keepsAway() {
      return effect.equals("NoSchedule") || effect.equals("NoExecute");
    }
  }
}
