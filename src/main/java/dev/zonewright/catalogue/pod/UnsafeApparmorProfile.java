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
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/**
 * Fields: {@code securityContext.appArmorProfile.type} of the pod and of a container, and the pod's
 * annotations {@code container.apparmor.security.beta.kubernetes.io/…}. Accepted: unset,
 * RuntimeDefault, Localhost; in annotations runtime/default and localhost/…. Default: the profile
 * of the container runtime. Kubernetes since 1.30 (field), 1.4 (annotation); Pod Security
 * Standards: baseline since 1.0.
 */
public final class UnsafeApparmorProfile implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(UnsafeApparmorProfile.class),
          Family.POD,
          "Unsafe AppArmor profile",
          "AppArmor is switched off for a pod or container, or set to a profile of no known type",
          Severity.MEDIUM,
          EderaEffect.IN_ZONE,
          List.of(
              "Pod Security Standards: baseline, AppArmor",
              "Kubernetes: Restrict a Container's Access to Resources with AppArmor"));

  private static final String CONFINED =
      "the profile of the container runtime may stop the program from doing what it does now";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(
        PodFields.annotations(PodFields.APP_ARMOR_ANNOTATION),
        PodFields.pod("securityContext.appArmorProfile.type"),
        PodFields.container("securityContext.appArmorProfile.type"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    for (StandardHit hit : StandardHit.of(pod, PssCheck.APP_ARMOR_PROFILE)) {
      YamlCursor at = hit.at();
      if (at.key().startsWith(PodFields.APP_ARMOR_ANNOTATION)) {
        annotation(pod, hit, reporter);
      } else if (at.key().equals("type")) {
        field(hit, reporter);
      }
      // but must be a mapping and does not, nothing can be judged, and that is said elsewhere
    }
  }

  private static void annotation(PodView pod, StandardHit hit, Reporter reporter) {
    YamlCursor at = hit.at();
    Reporter.FindingBuilder finding =
        hit.certain()
            ? reporter.violated(
                at,
                at.raw().equals("unconfined")
                    ? "AppArmor is switched off by an annotation: it no longer limits what the "
                        + "container may do to files and the kernel"
                    : "The annotation asks for the AppArmor profile “%s”, which is neither"
                            .formatted(at.raw())
                        + " runtime/default nor localhost/ with a name")
            : reporter.undetermined(
                at,
                "The AppArmor annotation is %s, but must be text: Kubernetes refuses the"
                        .formatted(UnknownValue.quoted(at))
                    + " object");
    finding
        .container(at.key().substring(PodFields.APP_ARMOR_ANNOTATION.length()))
        .fix(
            Fix.review(
                "Remove the AppArmor annotation",
                CONFINED,
                editor -> Removal.of(editor, at, pod.metadata().path())));
  }

  private static void field(StandardHit hit, Reporter reporter) {
    YamlCursor at = hit.at();
    YamlCursor profile = at.parent().orElse(at);
    Reporter.FindingBuilder finding =
        hit.certain()
            ? reporter.violated(at, message(at))
            : reporter.undetermined(at, hit.noText());
    finding
        .container(hit.container())
        .fix(
            Fix.review(
                "Remove appArmorProfile",
                CONFINED,
                editor -> Removal.of(editor, profile, hit.holder())));
  }

  private static String message(YamlCursor at) {
    if (!at.isSet()) {
      return "appArmorProfile has no type: Kubernetes refuses the object";
    }
    return at.raw().equals("Unconfined")
        ? "AppArmor is switched off: it no longer limits what the container may do to files and"
            + " the kernel"
        : "“%s” is not a type of AppArmor profile: use RuntimeDefault or Localhost"
            .formatted(at.raw());
  }
}
