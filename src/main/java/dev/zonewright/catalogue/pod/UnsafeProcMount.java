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
import dev.zonewright.kube.PssViolation;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Field: {@code securityContext.procMount} of a container. Accepted: unset or Default. Default:
 * Default. Kubernetes since 1.12; Pod Security Standards: baseline since 1.0, which since 1.35
 * excuses pods with {@code hostUsers: false}; restricted never does.
 */
public final class UnsafeProcMount implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(UnsafeProcMount.class),
          Family.POD,
          "Unsafe /proc mount",
          "A container asks for /proc without hiding the parts that are hidden by default",
          Severity.MEDIUM,
          EderaEffect.IN_ZONE,
          List.of(
              "Pod Security Standards: baseline, /proc Mount Type",
              "Kubernetes: Configure a Security Context, procMount",
              "proc(5)"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.pod("hostUsers"), PodFields.container("securityContext.procMount"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    List<StandardHit> hits = StandardHit.of(pod, PssCheck.RESTRICTED_PROC_MOUNT);
    if (hits.isEmpty()) {
      return;
    }
    Set<YamlPath> atBaseline =
        PodSecurityStandards.violations(pod, PssCheck.PROC_MOUNT).stream()
            .map(PssViolation::at)
            .map(at -> at.path())
            .collect(Collectors.toSet());
    for (StandardHit hit : hits) {
      Reporter.FindingBuilder finding;
      if (hit.certain()) {
        boolean excused = !atBaseline.contains(hit.at().path());
        finding =
            reporter
                .violated(hit.at(), message(hit.at().raw(), excused))
                .severity(excused ? Severity.LOW : Severity.MEDIUM);
      } else {
        finding = reporter.undetermined(hit.at(), hit.noText());
      }
      finding
          .container(hit.container())
          .fix(
              Fix.review(
                  "Remove procMount",
                  "a program that runs its own containers needs all of /proc",
                  editor -> Removal.of(editor, hit.at(), hit.holder())));
    }
  }

  private static String message(String value, boolean excused) {
    String what =
        value.equals("Unmasked")
            ? "Nothing of /proc is hidden or read-only: the container reads and sets what the"
                + " runtime keeps from others"
            : "procMount is “%s”, and only Default is accepted".formatted(value);
    return excused ? what + ". Its own user namespace limits what it can do with it" : what;
  }
}
