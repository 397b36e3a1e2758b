package dev.zonewright.catalogue.pod;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodSecurityStandards;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Field: the type keys of {@code spec.volumes[*]}. Accepted: configMap, secret, emptyDir,
 * projected, downwardAPI, persistentVolumeClaim, and no key at all, which is an emptyDir. {@code
 * hostPath} has a control of its own. Pod Security Standards: restricted since 1.0, which also
 * admits csi, ephemeral and image.
 */
public final class DisallowedVolumeType implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(DisallowedVolumeType.class),
          Family.POD,
          "Disallowed volume type",
          "A volume is of a type that Edera's architecture denies or does not allow",
          Severity.HIGH,
          EderaEffect.HONOURS,
          List.of(
              "Edera security reference architecture: Pod security",
              "Pod Security Standards: restricted, Volume Types",
              "Kubernetes: Volumes"));

  private static final Set<String> ALLOWED =
      Set.of(
          "configMap", "secret", "emptyDir", "projected", "downwardAPI", "persistentVolumeClaim");

  private static final Map<String, String> DENIED =
      Map.of(
          "nfs",
          "the server trusts the node, and every tenant on it reads the same share",
          "iscsi",
          "the node attaches a network disk for the pod, with the node's own access",
          "fc",
          "the node attaches a disk of the storage network, with the node's own access");

  private static final String CURE =
      "Ask for the storage with a PersistentVolumeClaim and mount that; the administrator "
          + "decides what is behind it.";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.pod("volumes[]{}"));
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    if (!pod.place().form().has("volumes")) {
      // what the kind calls volumes are not a pod's, such as the disks of a virtual machine
      return;
    }
    for (YamlCursor volume : pod.spec().get("volumes").items()) {
      List<YamlCursor> types =
          volume.entries().stream()
              .filter(e -> !e.key().equals("name") && !e.entry().orElseThrow().isMerge())
              .filter(e -> !Patch.isInstruction(e.key()))
              .filter(e -> e.isSet() && isEffective(volume, e))
              .toList();
      types.forEach(type -> checkType(type, reporter));
      if (types.size() > 1 && types.stream().allMatch(t -> ALLOWED.contains(t.key()))) {
        reporter
            .undetermined(
                types.getLast(),
                "The volume has two types, %s and %s: Kubernetes refuses the object"
                    .formatted(types.getFirst().key(), types.getLast().key()))
            .severity(Severity.MEDIUM)
            .guidance("Keep the intended type.");
      }
    }
  }

  /** Of a key that stands twice only the last counts. */
  private static boolean isEffective(YamlCursor volume, YamlCursor entry) {
    return volume.get(entry.key()).entry().equals(entry.entry());
  }

  private static void checkType(YamlCursor type, Reporter reporter) {
    String key = type.key();
    if (ALLOWED.contains(key) || key.equals("hostPath")) {
      return;
    }
    if (DENIED.containsKey(key)) {
      reporter
          .violated(
              type, "Edera's architecture denies %s volumes: %s".formatted(key, DENIED.get(key)))
          .guidance(CURE);
    } else if (PodSecurityStandards.isVolumeType(key)) {
      reporter
          .violated(
              type,
              "%s is not on the list of volume types that Edera's architecture allows; it is not"
                      .formatted(key)
                  + " named there either")
          .severity(Severity.MEDIUM)
          .guidance(CURE);
    } else {
      reporter
          .violated(type, "%s is not a Kubernetes volume type".formatted(key))
          .severity(Severity.MEDIUM)
          .guidance("Correct the key. Volume types are case-sensitive, as in configMap.");
    }
  }
}
