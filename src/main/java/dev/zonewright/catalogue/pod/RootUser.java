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
import dev.zonewright.yaml.YamlPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fields: {@code securityContext.runAsNonRoot} and {@code securityContext.runAsUser} of pod and
 * container; the container's counts before the pod's. Accepted: runAsNonRoot true for every
 * container and false nowhere, runAsUser unset or not 0. Default: the user of the image. Kubernetes
 * since 1.0 and 1.2; Pod Security Standards: restricted since 1.0 (runAsNonRoot) and 1.23
 * (runAsUser); pods in a user namespace of their own ({@code hostUsers: false}) are excused since
 * 1.35.
 */
public final class RootUser implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(RootUser.class),
          Family.POD,
          "Root user",
          "A container runs as root, or nothing prevents it",
          Severity.MEDIUM,
          EderaEffect.IN_ZONE,
          List.of(
              "Edera security reference architecture: AI agent isolation",
              "Pod Security Standards: restricted, Running as Non-root",
              "CIS Kubernetes Benchmark 1.8: 5.2.7"));

  private static final String NEEDS_A_USER =
      "An image made to run as root no longer starts: build it with a user, or name one in"
          + " runAsUser.";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(
        PodFields.pod("hostUsers"),
        PodFields.pod("securityContext.runAsNonRoot"),
        PodFields.pod("securityContext.runAsUser"),
        PodFields.container("securityContext.runAsNonRoot"),
        PodFields.container("securityContext.runAsUser"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    YamlCursor hostUsers = pod.spec().get("hostUsers");
    List<StandardHit> hits =
        Stream.of(PssCheck.RUN_AS_NON_ROOT, PssCheck.RUN_AS_USER)
            .flatMap(check -> StandardHit.of(pod, check).stream())
            .toList();
    Set<YamlPath> blamed = new HashSet<>();
    hits.stream()
        .filter(hit -> hit.certain() && hit.at().isSet())
        .forEach(hit -> blamed.add(hit.at().path().parent()));
    boolean podIsBlamed = blamed.contains(pod.securityContext().path());
    for (StandardHit hit : hits) {
      YamlCursor at = hit.at();
      // what is said in so many words is the fault, not that more is left unsaid below it
      boolean unsaid = !at.isSet() && (podIsBlamed || blamed.contains(at.path().parent()));
      if (!unsaid) {
        report(pod, hostUsers, hit, reporter);
      }
    }
  }

  private static void report(
      PodView pod, YamlCursor hostUsers, StandardHit hit, Reporter reporter) {
    YamlCursor at = hit.at();
    RootUserFix fix = RootUserFix.of(pod, at);
    if (hit.certain()) {
      Reporter.FindingBuilder finding =
          reporter
              .violated(at, fix.runsAsAnother() ? refused(at) : message(at))
              .container(hit.container())
              .fix(fix.fix())
              .guidance(fix.runsAsAnother() ? "" : NEEDS_A_USER);
      if (fix.runsAsAnother()) {
        finding.settled(Severity.LOW);
      }
    } else if (isUnreadable(at)) {
      Reporter.FindingBuilder finding =
          reporter
              .undetermined(
                  at,
                  "%s is %s, but must be %s: Kubernetes refuses the object"
                      .formatted(at.key(), UnknownValue.quoted(at), wanted(at)))
              .container(hit.container());
      if (isUser(at)) {
        finding.guidance("Write the number of a user other than 0.");
      } else {
        finding.fix(fix.fix());
      }
    } else if (Excuses.isUnread(hostUsers, at)) {
      reporter
          .undetermined(at, Excuses.message("hostUsers", hostUsers))
          .container(hit.container())
          .fix(fix.fix());
    }
  }

  private static boolean isUser(YamlCursor at) {
    return at.key().equals("runAsUser");
  }

  private static String wanted(YamlCursor at) {
    return isUser(at) ? "a number" : "true or false";
  }

  /** Of the wrong type, and no placeholder. */
  private static boolean isUnreadable(YamlCursor at) {
    return at.isSet()
        && !UnknownValue.isPlaceholder(at)
        && (isUser(at) ? RootUserFix.userId(at).isEmpty() : at.bool().isEmpty());
  }

  /** Of processes that are proven to have another user. */
  private static String refused(YamlCursor at) {
    if (isUser(at)) {
      return "Each container names another user than the pod's user 0, but admission (restricted)"
          + " still refuses the pod's field";
    }
    return at.isFalse()
        ? "Another user than root is named, but admission (restricted) refuses runAsNonRoot: false"
        : "Another user than root is named, but admission (restricted) refuses the container"
            + " without runAsNonRoot: true";
  }

  private static String message(YamlCursor at) {
    if (isUser(at)) {
      return "The processes run as root (user 0): one more mistake, and an intruder has "
          + "everything that root has";
    }
    if (at.isFalse()) {
      return "runAsNonRoot is false, which allows containers to run as root";
    }
    return "The container may run as root: the image decides, and nothing says runAsNonRoot: true";
  }
}
