package dev.zonewright.catalogue.secret;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.secret.SecretKind;
import dev.zonewright.kube.secret.SecretUse;
import dev.zonewright.kube.secret.Supply;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * Fields: {@code volumes[*].secret} and {@code volumes[*].projected.sources[*].secret}. Accepted:
 * none; a Secret that an opened object fills from a store or renews is one step less severe.
 */
public final class MountedSecret implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(MountedSecret.class),
          Family.SECRET,
          "Secret mounted",
          "A Secret is mounted into the pod, so it is in plain text on the node",
          Severity.MEDIUM,
          EderaEffect.HONOURS,
          List.of(
              "Edera security reference architecture: Secrets management", "Kubernetes: Secrets"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.pod("volumes[]{}"), PodFields.pod("volumes[].projected.sources[]{}"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    for (SecretUse use : SecretUse.mountsOf(pod)) {
      Optional<Supply> supply = SecretReport.supply(use, pod, reporter);
      SecretKind kind = SecretReport.kind(use, pod, supply, volume(use.name()), reporter);
      String name = use.secret().isEmpty() ? "A Secret" : "Secret " + use.secret();
      reporter
          .violated(use.name(), name + exposure(reporter.zone()) + SecretReport.origin(supply))
          .severity(SecretReport.severity(pod, supply))
          .guidance(kind.advice());
    }
  }

  /** Where on the node the values lie: by whether the pod has a zone, as far as that is known. */
  private static String exposure(ZoneState zone) {
    return switch (zone) {
      case EDERA ->
          " is mounted: while the zone exists, it is in plain text in the host's folder of the"
              + " zone's mounts";
      case HOST ->
          " is mounted: while the pod runs, it is in plain text on the node, whose kernel the pod"
              + " shares, as it runs in no zone";
      case UNDETERMINED -> " is mounted: while the pod runs, it is in plain text on the node";
    };
  }

  /** The name of the volume around a place in it. */
  private static String volume(YamlCursor at) {
    YamlCursor volume = at;
    while (!volume.isItem() || !volume.parent().orElseThrow().key().equals("volumes")) {
      if (volume.parent().isEmpty()) {
        return "";
      }
      volume = volume.parent().get();
    }
    return volume.get("name").raw();
  }
}
