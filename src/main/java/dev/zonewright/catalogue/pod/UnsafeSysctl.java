package dev.zonewright.catalogue.pod;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PssCheck;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/**
 * Field: {@code spec.securityContext.sysctls[*].name}. Accepted: the sysctls that Kubernetes counts
 * as safe. Default: none is set. Kubernetes since 1.4; Pod Security Standards: baseline since 1.0,
 * its list as of 1.37.
 */
public final class UnsafeSysctl implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(UnsafeSysctl.class),
          Family.POD,
          "Unsafe sysctl",
          "The pod sets a kernel parameter that is not on the list of safe ones",
          Severity.MEDIUM,
          EderaEffect.IN_ZONE,
          List.of(
              "Pod Security Standards: baseline, Sysctls",
              "Kubernetes: Using sysctls in a Cluster"));

  // what a node may set for one pod at all; source: Kubernetes, Using sysctls in a Cluster
  private static final List<String> OF_A_POD =
      List.of("kernel.shm", "kernel.msg", "kernel.sem", "fs.mqueue.", "net.");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.pod("securityContext.sysctls[].name"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    for (StandardHit hit : StandardHit.of(pod, PssCheck.SYSCTLS)) {
      YamlCursor name = hit.at();
      YamlCursor item = name.parent().orElse(name);
      Reporter.FindingBuilder finding =
          hit.certain()
              ? reporter.violated(name, message(name.raw()))
              : reporter.undetermined(name, hit.noText());
      finding.fix(
          Fix.review(
              name.isScalar() && name.isSet() ? "Remove sysctl " + name.raw() : "Remove the sysctl",
              "the setting may be there for the program's load, and the program then runs with "
                  + "the kernel's own value",
              editor -> Removal.of(editor, item, hit.holder())));
    }
  }

  private static String message(String name) {
    if (name.isEmpty()) {
      return "A sysctl without a name: Kubernetes refuses the object";
    }
    String dotted = name.replace('/', '.');
    return OF_A_POD.stream().anyMatch(dotted::startsWith)
        ? "%s is not among the sysctls that are safe for every pod: it can exhaust or weaken the"
                .formatted(name)
            + " machine, and a node refuses the pod unless it is set up to allow it"
        : "%s belongs to the whole kernel, not to one pod: a node refuses to set it for a pod"
            .formatted(name);
  }
}
