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
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/**
 * Field: {@code spec.hostPID}. Accepted: unset or false. Default: false. Kubernetes since 1.0; Pod
 * Security Standards: baseline since 1.0.
 */
public final class HostPid implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(HostPid.class),
          Family.POD,
          "Host process list",
          "The pod asks to see and signal the processes of its node",
          Severity.HIGH,
          EderaEffect.IGNORES,
          List.of(
              "Edera security reference architecture: Pod security",
              "Pod Security Standards: baseline, Host Namespaces",
              "CIS Kubernetes Benchmark 1.8: 5.2.3"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.pod("hostPID"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    YamlCursor at = pod.spec().get("hostPID");
    reporter
        .forbiddenWhenTrue(
            at,
            "hostPID",
            "The pod asks for its node's process list: outside a zone it sees every process, its"
                + " environment and its open files. Edera ignores the field; any other runtime"
                + " obeys it")
        .ifPresent(finding ->
            finding.fix(
                Fix.judged(
                    "Remove hostPID",
                    HostUse.ofProcesses(pod, reporter.zone()),
                    editor -> editor.remove(at.path()))));
  }
}
