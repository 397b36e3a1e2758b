package dev.zonewright.kube;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Computes the Pod Security Standards level of a pod as Kubernetes' admission does, at policy
 * version 1.37.
 *
 * <p>Some restricted checks take the place of a baseline one there, and Windows is excused from
 * restricted capabilities and seccomp profiles alone. So a Windows pod that adds a capability is
 * admitted where restricted is enforced, and refused where baseline is; its level is restricted. A
 * volume with two sources is judged by both here; Kubernetes refuses it before admission looks.
 */
public final class PodSecurityStandards {
  private static final List<PssCheck> CHECKS = List.of(PssCheck.values());

  private PodSecurityStandards() {}

  /** Whether Kubernetes has volumes of this type: {@code configMap}, {@code nfs}. */
  public static boolean isVolumeType(String key) {
    return PssPodChecks.isVolumeType(key);
  }

  /**
   * The strictest level that the pod meets; undetermined where a field that decides between levels
   * cannot be known. A pod without a container breaks no rule, and is no pod: a patch says no more,
   * or the containers stand under another key. Of such a one, and of a pod that an operator
   * completes only that it is privileged can be known.
   */
  public static PssLevel levelOf(PodView pod) {
    if (pod.spec().isSet() && !pod.spec().isMapping()) {
      return PssLevel.UNDETERMINED;
    }
    PssFacts looked = PssFacts.of(pod);
    boolean complete =
        pod.place().form().isComplete()
            && pod.containers().stream().anyMatch(c -> c.kind() == ContainerView.Kind.APP);
    return switch (judge(looked, PssCheck::isOfRestricted)) {
      case MET -> complete ? PssLevel.RESTRICTED : PssLevel.UNDETERMINED;
      case UNKNOWN -> PssLevel.UNDETERMINED;
      case FAILED ->
          switch (judge(looked, check -> check.level() == PssLevel.BASELINE)) {
            case MET -> complete ? PssLevel.BASELINE : PssLevel.UNDETERMINED;
            case UNKNOWN -> PssLevel.UNDETERMINED;
            case FAILED -> PssLevel.PRIVILEGED;
          };
    };
  }

  private enum Judgement {
    MET,
    UNKNOWN,
    FAILED
  }

  private static Judgement judge(PssFacts pod, Predicate<PssCheck> of) {
    Judgement so = Judgement.MET;
    for (PssCheck check : CHECKS) {
      if (of.test(check)) {
        for (PssViolation violation : pod.of(check)) {
          if (violation.certain()) {
            return Judgement.FAILED;
          }
          so = Judgement.UNKNOWN;
        }
      }
    }
    return so;
  }

  /** Every field by which the pod fails, or may fail, a check; in the order of the checks. */
  public static List<PssViolation> violations(PodView pod) {
    List<PssViolation> out = new ArrayList<>();
    for (PssCheck check : CHECKS) {
      out.addAll(violations(pod, check));
    }
    return List.copyOf(out);
  }

  /** The same for one check. */
  public static List<PssViolation> violations(PodView pod, PssCheck check) {
    return pod.spec().isMapping() ? PssFacts.of(pod).of(check) : List.of();
  }

  /** The same of one container, for a check that looks at each container by itself. */
  public static List<PssViolation> violations(ContainerView container, PssCheck check) {
    return check.of(PssFacts.of(container.pod()).pod().with(container));
  }
}
