package dev.zonewright.kube.valid;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.volume.ClaimRules;
import dev.zonewright.yaml.YamlCursor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Volumes, and the mounts and devices that name them. */
final class VolumeRules {
  private static final Set<String> PROPAGATIONS =
      Set.of("None", "HostToContainer", "Bidirectional");

  private static final List<String> ITEMIZED = List.of("secret", "configMap", "downwardAPI");

  private VolumeRules() {}

  static void check(PodView pod, Found found) {
    YamlCursor volumes = pod.spec().get("volumes");
    Map<String, YamlCursor> byName = new HashMap<>();
    // containers without an image are a part of a pod, whose volumes may stand in the other part
    boolean whole = pod.containers().stream().allMatch(c -> c.at().get("image").isSet());
    boolean known =
        whole
            && !UnknownValue.isPlaceholder(volumes)
            && volumes.items().stream().noneMatch(VolumeRules::isOpen);
    for (YamlCursor volume : volumes.items()) {
      YamlCursor name = volume.get("name");
      if (Found.text(name).isPresent() && byName.put(name.raw(), volume) != null) {
        found.applied(name, "two volumes are called " + name.raw());
      }
      sources(volume, found);
      ClaimRules.claim(volume.get("ephemeral", "volumeClaimTemplate", "spec"), found);
    }
    boolean claims = pod.object().isOfCustomKind();
    if (pod.object().kind().equals("StatefulSet")) {
      YamlCursor templates = pod.object().root().get("spec", "volumeClaimTemplates");
      claims |= UnknownValue.hides(templates) || !Found.isWhole(pod.object().root().get("spec"));
      for (YamlCursor template : templates.items()) {
        YamlCursor name = template.get("metadata", "name");
        claims |= Found.text(name).isEmpty();
        byName.put(name.raw(), template);
      }
    }
    for (ContainerView container : pod.containers()) {
      mounts(container, byName, known && !claims, found);
      devices(container, byName, known && !claims, found);
    }
  }

  private static boolean isOpen(YamlCursor volume) {
    return UnknownValue.isPlaceholder(volume)
        || UnknownValue.isPlaceholder(volume.get("name"))
        || !volume.isMapping();
  }

  private static void sources(YamlCursor volume, Found found) {
    List<YamlCursor> set =
        volume.entries().stream()
            .filter(e -> !e.key().equals("name") && !e.key().equals("<<"))
            .filter(e -> e.isMapping() && !UnknownValue.isPlaceholder(e) && !e.isHidden())
            .toList();
    if (set.size() > 1) {
      found.applied(
          set.getLast(),
          "a volume has one source only, and %s is already there".formatted(set.getFirst().key()));
    }
  }

  /** Files that are projected into one folder, and what each comes from. */
  static void projection(YamlCursor projected, Found found) {
    Set<String> paths = new HashSet<>();
    for (YamlCursor source : projected.get("sources").items()) {
      List<YamlCursor> kinds =
          source.entries().stream()
              .filter(e -> !e.key().equals("<<") && e.isMapping())
              .filter(e -> !UnknownValue.isPlaceholder(e) && !e.isHidden())
              .toList();
      if (kinds.size() > 1) {
        found.applied(
            kinds.getLast(),
            "a source can have only one kind, and it already has %s"
                .formatted(kinds.getFirst().key()));
      }
      for (String kind : ITEMIZED) {
        for (YamlCursor item : source.get(kind, "items").items()) {
          YamlCursor path = item.get("path");
          if (Found.text(path).filter(p -> !paths.add(p)).isPresent()) {
            found.applied(path, "two files are projected to " + path.raw());
          }
        }
      }
    }
  }

  private static void mounts(
      ContainerView container, Map<String, YamlCursor> volumes, boolean known, Found found) {
    Set<String> paths = new HashSet<>();
    YamlCursor privileged = container.securityContext().get("privileged");
    for (YamlCursor mount : container.at().get("volumeMounts").items()) {
      YamlCursor name = mount.get("name");
      named(name, volumes, known, found);
      YamlCursor path = mount.get("mountPath");
      if (Found.text(path).isPresent() && !paths.add(path.raw())) {
        found.applied(path, "two mounts of the container are at " + path.raw());
      }
      YamlCursor propagation = mount.get("mountPropagation");
      if (Found.text(propagation).filter(p -> !PROPAGATIONS.contains(p)).isPresent()) {
        found.applied(
            propagation, "%s is not a mount propagation mode".formatted(propagation.raw()));
      }
      if (propagation.raw().equals("Bidirectional")
          && !privileged.isTrue()
          && !UnknownValue.hides(privileged)) {
        found.applied(
            propagation, "mountPropagation Bidirectional is for privileged containers only");
      }
      if (Found.text(mount.get("subPath")).isPresent()
          && Found.text(mount.get("subPathExpr")).isPresent()) {
        found.applied(mount.get("subPathExpr"), "subPath and subPathExpr exclude each other");
      }
    }
  }

  private static void named(
      YamlCursor name, Map<String, YamlCursor> volumes, boolean known, Found found) {
    if (known && Found.text(name).filter(n -> !volumes.containsKey(n)).isPresent()) {
      found.applied(name, "there is no volume %s".formatted(name.raw()));
    }
  }

  private static void devices(
      ContainerView container, Map<String, YamlCursor> volumes, boolean known, Found found) {
    Set<String> paths = new HashSet<>();
    for (YamlCursor device : container.at().get("volumeDevices").items()) {
      YamlCursor name = device.get("name");
      named(name, volumes, known, found);
      YamlCursor volume = volumes.get(name.raw());
      if (volume != null
          && known
          && !volume.get("persistentVolumeClaim").isSet()
          && !volume.get("metadata").isSet()
          && !volume.get("ephemeral").isSet()) {
        found.applied(
            name,
            "only a claim or an ephemeral volume can be a raw device, and %s is neither"
                .formatted(name.raw()));
      }
      YamlCursor path = device.get("devicePath");
      if (Found.text(path).isPresent() && !paths.add(path.raw())) {
        found.applied(path, "two devices of the container are at " + path.raw());
      }
    }
  }
}
