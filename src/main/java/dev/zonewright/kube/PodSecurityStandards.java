package dev.zonewright.kube;

import java.util.ArrayList;
import java.util.List;

/**
 * Computes the Pod Security Standards level of a pod as Kubernetes' admission does, at policy
 * version 1.37.
 *
 * <p>Where a restricted check takes the place of a baseline one, a pod must pass both here. That
 * matters only for objects that Kubernetes refuses before admission sees them, such as a volume
 * with two sources.
 */
public final class PodSecurityStandards {
  private PodSecurityStandards() {}

  /**
   * The strictest level that the pod meets; undetermined where a field that decides between levels
   * cannot be known. A pod spec that is absent or empty, as in a patch, breaks no rule, and
   * admission says so too.
   */
  public static PssLevel levelOf(PodView pod) {
    if (pod.spec().isSet() && !pod.spec().isMapping()) {
      return PssLevel.UNDETERMINED;
    }
    PssPod looked = PssPod.of(pod);
    PssLevel baseline = judge(looked, PssLevel.BASELINE, PssLevel.PRIVILEGED);
    if (baseline != PssLevel.BASELINE) {
      return baseline;
    }
    return judge(looked, PssLevel.RESTRICTED, PssLevel.BASELINE);
  }

  /** What is left of a level by its own checks: the level, the one below it, or undetermined. */
  private static PssLevel judge(PssPod pod, PssLevel level, PssLevel below) {
    boolean unknown = false;
    for (PssCheck check : PssCheck.values()) {
      if (check.level() == level) {
        for (PssViolation violation : check.of(pod)) {
          if (violation.certain()) {
            return below;
          }
          unknown = true;
        }
      }
    }
    return unknown ? PssLevel.UNDETERMINED : level;
  }

  /** Every field by which the pod fails, or may fail, a check; in the order of the checks. */
  public static List<PssViolation> violations(PodView pod) {
    List<PssViolation> out = new ArrayList<>();
    for (PssCheck check : PssCheck.values()) {
      out.addAll(violations(pod, check));
    }
    return List.copyOf(out);
  }

  /** The same for one check. */
  public static List<PssViolation> violations(PodView pod, PssCheck check) {
    return pod.spec().isMapping() ? check.of(PssPod.of(pod)) : List.of();
  }

  /** The same of one container, for a check that looks at each container by itself. */
  public static List<PssViolation> violations(ContainerView container, PssCheck check) {
    return check.of(PssPod.of(container.pod()).with(container));
  }
}
