package dev.zonewright.catalogue.pod;

import dev.zonewright.catalogue.pod.fix.HostUse;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodSecurityStandards;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PssCheck;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/**
 * Field: {@code spec.hostNetwork}. Accepted: unset or false. Default: false. Kubernetes since 1.0;
 * Pod Security Standards: baseline since 1.0.
 */
public final class HostNetwork implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(HostNetwork.class),
          Family.POD,
          "Host network",
          "The pod asks for the network of its node",
          Severity.CRITICAL,
          EderaEffect.REJECTS,
          List.of(
              "Edera security reference architecture: Pod security",
              "Pod Security Standards: baseline, Host Namespaces",
              "CIS Kubernetes Benchmark 1.8: 5.2.5"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.pod("hostNetwork"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    YamlCursor at = pod.spec().get("hostNetwork");
    reporter
        .forbiddenWhenTrue(
            at,
            "hostNetwork",
            "The pod shares its node's network: it can reach services of the node, and"
                + " NetworkPolicies do not apply to it. Edera refuses such a pod")
        .ifPresent(finding -> offer(finding, pod, at, reporter));
  }

  /** Kubernetes refuses a Windows host process without the host's network. */
  private static void offer(
      Reporter.FindingBuilder finding, PodView pod, YamlCursor at, Reporter reporter) {
    if (PodSecurityStandards.violations(pod, PssCheck.WINDOWS_HOST_PROCESS).isEmpty()) {
      finding.fix(
          Fix.judged(
              "Remove hostNetwork",
              HostUse.ofNetwork(pod, reporter.zone()),
              editor -> HostUse.removeNetwork(editor, pod, at)));
    } else {
      finding.guidance("Remove hostProcess first: Kubernetes refuses it without hostNetwork.");
    }
  }
}
