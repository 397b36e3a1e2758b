package dev.zonewright.catalogue.pod;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PssCheck;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/**
 * Field: {@code securityContext.seccompProfile.type} of pod and container; the container's counts
 * before the pod's. Accepted: RuntimeDefault or Localhost for every container, and nothing else
 * anywhere. Default: no profile. Kubernetes since 1.19; Pod Security Standards: baseline (nothing
 * else) and restricted (must be set) since 1.19; Windows pods are excused from the second since
 * 1.25.
 *
 * <p>The old annotations are not read: Kubernetes ignores them since 1.27.
 */
public final class MissingSeccompProfile implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(MissingSeccompProfile.class),
          Family.POD,
          "No seccomp profile",
          "System calls of a container are not filtered",
          Severity.LOW,
          EderaEffect.IN_ZONE,
          List.of(
              "Pod Security Standards: baseline and restricted, Seccomp",
              "CIS Kubernetes Benchmark 1.8: 5.7.2"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(
        PodFields.pod("os.name"),
        PodFields.pod("securityContext.seccompProfile.type"),
        PodFields.container("securityContext.seccompProfile.type"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    for (StandardHit hit : StandardHit.of(pod, PssCheck.SECCOMP_PROFILE)) {
      stated(pod, hit, reporter);
    }
    YamlCursor ofPod = pod.securityContext().get("seccompProfile");
    if (ofPod.isSet()) {
      // where it is not good enough it has been reported, for all that go by it
      return;
    }
    List<StandardHit> without =
        StandardHit.of(pod, PssCheck.RESTRICTED_SECCOMP_PROFILE).stream()
            .filter(hit -> hit.at().parent().filter(profile -> !profile.isSet()).isPresent())
            .toList();
    if (!without.isEmpty()) {
      unstated(pod, ofPod, without, reporter);
    }
  }

  /** A profile that is there and is not good enough, or cannot be read. */
  private static void stated(PodView pod, StandardHit hit, Reporter reporter) {
    YamlCursor type = hit.at();
    if (hit.certain()) {
      reporter
          .violated(type, message(type))
          .container(hit.container())
          .fix(SeccompFix.of(pod, hit));
    } else if (type.key().equals("type") && type.isSet() && !UnknownValue.isPlaceholder(type)) {
      reporter
          .undetermined(
              type,
              "The type of the seccomp profile is %s, but must be text: Kubernetes refuses the"
                      .formatted(UnknownValue.quoted(type))
                  + " object")
          .container(hit.container())
          .fix(SeccompFix.of(pod, hit));
    }
  }

  /** Containers without a profile of their own, in a pod without one: cured on the pod. */
  private static void unstated(
      PodView pod, YamlCursor ofPod, List<StandardHit> without, Reporter reporter) {
    YamlCursor os = pod.spec().get("os", "name");
    StandardHit first = without.getFirst();
    if (first.certain()) {
      reporter.violated(ofPod, message(pod, without)).fix(SeccompFix.ofPod(pod));
    } else if (Excuses.isUnread(os, ofPod)) {
      reporter.undetermined(ofPod, Excuses.message("os.name", os));
    }
  }

  private static String message(YamlCursor type) {
    if (!type.isSet()) {
      return "The seccomp profile has no type: Kubernetes refuses the object";
    }
    return type.raw().equals("Unconfined")
        ? "The seccomp profile Unconfined filters nothing: every system call of the kernel is open"
        : "“%s” is not a type of seccomp profile: use RuntimeDefault or Localhost"
            .formatted(type.raw());
  }

  private static String message(PodView pod, List<StandardHit> without) {
    int all = pod.containers().size();
    String who =
        without.size() == all
            ? all == 1 ? "the container" : "any of the %d containers".formatted(all)
            : "container "
                + without.getFirst().container()
                + (without.size() == 1 ? "" : " and %d more".formatted(without.size() - 1));
    return "No seccomp profile filters the system calls of %s: all of the kernel's are open"
        .formatted(who);
  }
}
