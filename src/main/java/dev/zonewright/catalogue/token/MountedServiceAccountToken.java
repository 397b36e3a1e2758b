package dev.zonewright.catalogue.token;

import static dev.zonewright.kube.ServiceAccounts.AUTOMOUNT;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Agents;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.evidence.ApiNeed;
import dev.zonewright.kube.evidence.Ground;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * Field: {@code spec.automountServiceAccountToken}; where it is unset, the field of the same name
 * of the pod's ServiceAccount, if that is among the opened manifests. Accepted: false. Default:
 * true. Kubernetes since 1.6.
 */
public final class MountedServiceAccountToken implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(MountedServiceAccountToken.class),
          Family.TOKEN,
          "Service-account token mounted",
          "The pod is given a token for the Kubernetes API",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of(
              "Edera security reference architecture: ServiceAccount token handling",
              "CIS Kubernetes Benchmark 1.8: 5.1.6",
              "Kubernetes: Configure service accounts"));

  private static final String LEAVE =
      "A workload that calls the Kubernetes API needs its token: leave it as it is.";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(
        PodFields.pod("automountServiceAccountToken"),
        PodFields.object("ServiceAccount", ServiceAccounts.AUTOMOUNT));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    YamlCursor at = pod.spec().get(AUTOMOUNT);
    if (ApiNeed.onRecord(pod, reporter.cluster()).isPresent()) {
      // a binding says that the workload is meant to speak to the API
      return;
    }
    List<YamlCursor> volumes = TokenVolumes.of(pod);
    if (volumes.isEmpty() && (UnknownValue.hides(at) || at.isFalse())) {
      return;
    }
    Ground ground =
        Ground.unless(
            ApiNeed.objection(pod, reporter.cluster()),
            "no opened binding names its account, and nothing in the pod calls the API");
    if (!volumes.isEmpty()) {
      volumes.forEach(volume -> written(pod, at, volume, ground, reporter));
      return;
    }
    Fix fix =
        Fix.judged(
            "Set automountServiceAccountToken to false",
            ground,
            editor -> editor.set(at.path(), YamlValue.of(false)));
    if (UnknownValue.isNoTruthValue(at)) {
      reporter
          .undetermined(
              at,
              AUTOMOUNT
                  + " is %s, but must be true or false: Kubernetes refuses the object"
                      .formatted(UnknownValue.quoted(at)))
          .fix(fix);
      return;
    }
    String account = ServiceAccounts.of(pod);
    Optional<KubeObject> opened =
        reporter.cluster().serviceAccount(pod.object().namespace(), account);
    YamlCursor inherited =
        at.isTrue() || opened.isEmpty() ? at : opened.get().root().get(AUTOMOUNT);
    if (inherited != at && inherited.isSet() && inherited.bool().isEmpty()) {
      reporter
          .undetermined(
              at,
              "Whether a token is mounted depends on ServiceAccount %s, whose field is %s"
                  .formatted(account, UnknownValue.quoted(inherited)))
          .fix(fix);
    } else if (!inherited.isFalse()) {
      var found =
          reporter
              .violated(at, message(at, account, opened.isPresent()))
              .severity(Agents.isDeclared(pod) ? Severity.HIGH : Severity.MEDIUM);
      Optional<String> wanted = pod.place().wantedWithoutToken();
      if (wanted.isPresent()) {
        found.guidance(
            "Without %s, false is refused: name an account there for the containers that are added to the pod, then set false."
                .formatted(wanted.get()));
      } else {
        found.fix(fix).guidance(LEAVE);
      }
    }
  }

  /** A token that stands in the manifest as a volume, whatever the field says. */
  private static void written(
      PodView pod, YamlCursor at, YamlCursor volume, Ground ground, Reporter reporter) {
    boolean settle = !at.isFalse() && !UnknownValue.hides(at);
    reporter
        .violated(
            TokenVolumes.source(volume),
            "The volume %s is a token for the Kubernetes API, mounted where programs look for it:"
                    .formatted(volume.get("name").raw())
                + " it is there whatever the value of automountServiceAccountToken"
                + (TokenVolumes.isSecret(volume) ? ", and a Secret's token never expires" : ""))
        .severity(Agents.isDeclared(pod) ? Severity.HIGH : Severity.MEDIUM)
        .fix(
            Fix.judged(
                settle
                    ? "Remove the volume and its mounts, and set automountServiceAccountToken to"
                        + " false"
                    : "Remove the volume and its mounts",
                TokenVolumes.isByHand(volume)
                    ? ground.and(
                        Ground.review("the volume is written by hand, so somebody wants it"))
                    : ground,
                editor -> {
                  TokenVolumes.remove(editor, pod, volume);
                  if (settle) {
                    editor.set(at.path(), YamlValue.of(false));
                  }
                }))
        .guidance(LEAVE);
  }

  private static String message(YamlCursor at, String account, boolean opened) {
    String use =
        "anyone who takes over the pod can call the Kubernetes API as %s".formatted(account);
    if (at.isTrue()) {
      return "A token is mounted: " + use;
    }
    String unsaid =
        opened
            ? "neither the pod nor ServiceAccount %s says otherwise"
            : "the pod does not say otherwise, and ServiceAccount %s is not opened";
    return "A token is mounted, because %s: %s".formatted(unsaid.formatted(account), use);
  }
}
