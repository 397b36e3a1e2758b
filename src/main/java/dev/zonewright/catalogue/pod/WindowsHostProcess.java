package dev.zonewright.catalogue.pod;

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
 * Field: {@code securityContext.windowsOptions.hostProcess} of pod and container. Accepted: unset
 * or false. Default: false. Kubernetes since 1.22; Pod Security Standards: baseline since 1.0.
 *
 * <p>Kubernetes refuses a pod in which only some containers are host processes, so the fix removes
 * the field everywhere.
 */
public final class WindowsHostProcess implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(WindowsHostProcess.class),
          Family.POD,
          "Windows host process",
          "A container runs as a process of its Windows node",
          Severity.HIGH,
          EderaEffect.OPERATOR,
          List.of(
              "Pod Security Standards: baseline, HostProcess",
              "CIS Kubernetes Benchmark 1.8: 5.2.11"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(
        PodFields.pod("securityContext.windowsOptions.hostProcess"),
        PodFields.container("securityContext.windowsOptions.hostProcess"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    List<StandardHit> hits = StandardHit.of(pod, PssCheck.WINDOWS_HOST_PROCESS);
    boolean known =
        PodSecurityStandards.violations(pod, PssCheck.WINDOWS_HOST_PROCESS).size() == hits.size();
    for (StandardHit hit : hits) {
      YamlCursor at = hit.at();
      Reporter.FindingBuilder finding =
          hit.certain()
              ? reporter.violated(
                  at,
                  "The process runs on the Windows node itself, not in a container: it reaches the"
                      + " node's files, network and accounts")
              : reporter.wrongType(at, "hostProcess", "true or false");
      finding.container(hit.container());
      if (known) {
        finding.fix(fix(hits)).guidance("Edera's zones run Linux: no zone separates this pod.");
      } else {
        finding.guidance(
            "Fill in hostProcess wherever it is a placeholder first: it must be the same in every"
                + " container.");
      }
    }
  }

  private static Fix fix(List<StandardHit> hits) {
    return Fix.review(
        hits.size() == 1 ? "Remove hostProcess" : "Remove hostProcess from pod and containers",
        "a program that works on the node itself no longer reaches it",
        editor -> hits.forEach(hit -> Removal.of(editor, hit.at(), hit.holder())));
  }
}
