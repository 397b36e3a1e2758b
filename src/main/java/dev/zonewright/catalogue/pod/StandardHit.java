package dev.zonewright.catalogue.pod;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodSecurityStandards;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PssCheck;
import dev.zonewright.kube.PssViolation;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A field that admission by the Pod Security Standards refuses, or may refuse.
 *
 * @param at the field; of something absent, where it would stand
 * @param certain false when the field, or one that could excuse it, is of the wrong type or not
 *     known
 * @param container the container in which it stands; empty for a field of the pod
 * @param holder what keeps its place when the field is removed: the container, or the pod's spec
 */
record StandardHit(YamlCursor at, boolean certain, String container, YamlPath holder) {
  private static final Memo.Key<PodView, Map<YamlPath, ContainerView>> BY_PATH =
      new Memo.Key<>(StandardHit::byPath);

  private static Map<YamlPath, ContainerView> byPath(PodView pod) {
    Map<YamlPath, ContainerView> out = new HashMap<>();
    pod.containers().forEach(container -> out.putIfAbsent(container.at().path(), container));
    return out;
  }

  /**
   * The hits of a check, in the order of admission. Placeholders, and what stands below something
   * unreadable, are left to the control that speaks for all of those.
   */
  static List<StandardHit> of(PodView pod, PssCheck check) {
    return PodSecurityStandards.violations(pod, check).stream()
        .filter(violation -> !UnknownValue.hides(violation.at()))
        .map(violation -> in(pod, violation))
        .toList();
  }

  private static StandardHit in(PodView pod, PssViolation violation) {
    List<YamlPath.Segment> path = violation.at().path().segments();
    Map<YamlPath, ContainerView> containers = pod.facts().get(BY_PATH, pod);
    for (int length = path.size(); length > 0; length--) {
      YamlPath holder = new YamlPath(path.subList(0, length));
      ContainerView container = containers.get(holder);
      if (container != null) {
        return new StandardHit(violation.at(), violation.certain(), container.name(), holder);
      }
    }
    return new StandardHit(violation.at(), violation.certain(), "", pod.spec().path());
  }

  /** What to say but must be text and something else does. */
  String noText() {
    return "%s is %s, but must be text: Kubernetes refuses the object"
        .formatted(at.key(), UnknownValue.quoted(at));
  }
}
