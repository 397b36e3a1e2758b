package dev.zonewright.catalogue.pod;

import dev.zonewright.catalogue.pod.fix.Unprivileged;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodSecurityStandards;
import dev.zonewright.kube.PssCheck;
import dev.zonewright.kube.PssViolation;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.evidence.Escalations;
import dev.zonewright.kube.evidence.Switches;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.List;

/**
 * Field: {@code securityContext.allowPrivilegeEscalation} of a container; pods have no such field.
 * Accepted: false. Default: true. Kubernetes since 1.8; Pod Security Standards: restricted since
 * 1.8; Windows pods are excused since 1.25.
 *
 * <p>Kubernetes refuses false beside {@code privileged: true}, so the fix sets the two together;
 * and beside an added capability written {@code CAP_SYS_ADMIN}, so that has to go first.
 */
public final class PrivilegeEscalation implements Control.OnContainer {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(PrivilegeEscalation.class),
          Family.POD,
          "Privilege escalation allowed",
          "A process may gain more privileges than the one that started it",
          Severity.MEDIUM,
          EderaEffect.IN_ZONE,
          List.of(
              "Pod Security Standards: restricted, Privilege Escalation",
              "CIS Kubernetes Benchmark 1.8: 5.2.6"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(
        PodFields.pod("os.name"), PodFields.container("securityContext.allowPrivilegeEscalation"));
  }

  @Override
  public void check(ContainerView container, Reporter reporter) {
    YamlCursor os = container.pod().spec().get("os", "name");
    for (PssViolation hit :
        PodSecurityStandards.violations(container, PssCheck.PRIVILEGE_ESCALATION)) {
      YamlCursor at = hit.at();
      if (hit.certain()) {
        String state = at.isTrue() ? "is true" : "is not set to false, so it is true";
        offer(
            reporter.violated(
                at,
                "allowPrivilegeEscalation %s: a setuid program can turn any user into root"
                    .formatted(state)),
            container,
            at,
            reporter.cluster());
      } else if (UnknownValue.isNoTruthValue(at)) {
        offer(
            reporter.undetermined(
                at,
                "allowPrivilegeEscalation is %s, but must be true or false: Kubernetes refuses"
                        .formatted(UnknownValue.quoted(at))
                    + " the object"),
            container,
            at,
            reporter.cluster());
      } else if (Excuses.isUnread(os, at)) {
        reporter.undetermined(at, Excuses.message("os.name", os));
      }
    }
  }

  /** Offers what Kubernetes accepts, or says what stands in the way. */
  private static void offer(
      Reporter.FindingBuilder finding,
      ContainerView container,
      YamlCursor at,
      ClusterLookup cluster) {
    YamlCursor privileged = container.securityContext().get("privileged");
    YamlCursor add = container.securityContext().get("capabilities", "add");
    if (add.items().stream().anyMatch(item -> item.raw().equals("CAP_SYS_ADMIN"))) {
      finding.guidance(
          "Remove the capability CAP_SYS_ADMIN first: Kubernetes refuses "
              + "allowPrivilegeEscalation: false together with it.");
    } else if (UnknownValue.hides(privileged)
        || UnknownValue.hides(add)
        || add.items().stream().anyMatch(UnknownValue::isPlaceholder)) {
      finding.guidance(
          "Fill in privileged and the added capabilities first: Kubernetes refuses "
              + "allowPrivilegeEscalation: false together with privileged: true or CAP_SYS_ADMIN.");
    } else if (privileged.isSet() && !Switches.isMeantFalse(privileged)) {
      finding.fix(
          Fix.review(
              "Set allowPrivilegeEscalation and privileged to false" + Unprivileged.also(container),
              Unprivileged.REASON,
              editor -> {
                editor
                    .set(privileged.path(), YamlValue.of(false))
                    .set(at.path(), YamlValue.of(false));
                Unprivileged.takeAlong(editor, container);
              }));
    } else {
      finding.fix(
          Fix.judged(
              "Set allowPrivilegeEscalation to false",
              Escalations.ground(container, cluster),
              editor -> editor.set(at.path(), YamlValue.of(false))));
    }
  }
}
