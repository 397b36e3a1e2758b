package dev.zonewright.catalogue.pod;

import dev.zonewright.catalogue.pod.fix.HostUse;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodSecurityStandards;
import dev.zonewright.kube.PssCheck;
import dev.zonewright.kube.PssViolation;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.List;

/**
 * Field: {@code ports[*].hostPort} of a container. Accepted: unset or 0. Default: unset; in a pod
 * on its host's network the API server sets it to the containerPort. Kubernetes since 1.0; Pod
 * Security Standards: baseline since 1.0.
 */
public final class HostPort implements Control.OnContainer {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(HostPort.class),
          Family.POD,
          "Host port",
          "A container takes a port of its node",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of(
              "Pod Security Standards: baseline, Host Ports",
              "CIS Kubernetes Benchmark 1.8: 5.2.13"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.container("ports[].hostPort"));
  }

  @Override
  public void check(ContainerView container, Reporter reporter) {
    for (PssViolation hit : PodSecurityStandards.violations(container, PssCheck.HOST_PORTS)) {
      YamlCursor at = hit.at();
      if (hit.certain()) {
        reporter
            .violated(
                at,
                "Port %s of the node leads straight into the container, bypassing Services and whatever"
                        .formatted(at.raw())
                    + " protects them, and only one such pod fits on a node")
            .fix(fix(container, at, reporter));
      } else if (at.isSet() && !UnknownValue.isPlaceholder(at)) {
        reporter.wrongType(at, "hostPort", "a number").fix(fix(container, at, reporter));
      }
    }
  }

  /** An address of the host is of no use without the port. */
  private static Fix fix(ContainerView container, YamlCursor at, Reporter reporter) {
    YamlPath address = at.path().parent().key("hostIP");
    return Fix.judged(
        "Remove hostPort",
        HostUse.ofPort(container.pod(), at, reporter.cluster()),
        editor -> editor.remove(at.path()).remove(address));
  }
}
