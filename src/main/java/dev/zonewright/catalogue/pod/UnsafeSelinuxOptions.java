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
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.evidence.Ground;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/**
 * Fields: {@code type}, {@code user} and {@code role} of {@code securityContext.seLinuxOptions} of
 * the pod and of a container. Accepted: no user, no role, and a type unset or made for containers.
 * Default: what the container runtime assigns. Kubernetes since 1.0; Pod Security Standards:
 * baseline since 1.0.
 */
public final class UnsafeSelinuxOptions implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(UnsafeSelinuxOptions.class),
          Family.POD,
          "Unsafe SELinux options",
          "A pod or container chooses its own SELinux type, user or role",
          Severity.MEDIUM,
          EderaEffect.IGNORES,
          List.of(
              "Pod Security Standards: baseline, SELinux",
              "Kubernetes: Configure a Security Context, SELinux labels"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(
        PodFields.pod("securityContext.seLinuxOptions.type"),
        PodFields.pod("securityContext.seLinuxOptions.user"),
        PodFields.pod("securityContext.seLinuxOptions.role"),
        PodFields.container("securityContext.seLinuxOptions.type"),
        PodFields.container("securityContext.seLinuxOptions.user"),
        PodFields.container("securityContext.seLinuxOptions.role"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    for (StandardHit hit : StandardHit.of(pod, PssCheck.SE_LINUX_OPTIONS)) {
      YamlCursor at = hit.at();
      Reporter.FindingBuilder finding =
          hit.certain()
              ? reporter.violated(at, message(at.key(), at.raw()))
              : reporter.undetermined(at, hit.noText());
      finding
          .container(hit.container())
          .fix(
              Fix.judged(
                  "Remove the SELinux " + at.key(),
                  reporter.zone() == ZoneState.EDERA
                      ? Ground.safe("SELinux is not active in a zone")
                      : Ground.review(
                          "on a node that runs SELinux the program may lose access to what it "
                              + "reaches now"),
                  editor -> Removal.of(editor, at, hit.holder())));
    }
  }

  private static String message(String key, String value) {
    return switch (value) {
      case "spc_t", "unconfined_t" ->
          "The SELinux type %s takes all confinement away".formatted(value);
      default ->
          key.equals("type")
              ? "The SELinux type %s is not one that is made for containers: what confines the"
                      .formatted(value)
                  + " process is no longer what confines others"
              : "The SELinux %s is set to %s: it decides which types the process may change to,"
                      .formatted(key, value)
                  + " and is not the pod's to choose";
    };
  }
}
