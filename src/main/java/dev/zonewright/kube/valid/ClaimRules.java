package dev.zonewright.kube.valid;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Quantities;
import dev.zonewright.yaml.YamlCursor;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** What claims and volumes ask of their sizes and modes. */
final class ClaimRules {
  private static final Set<String> MODES =
      Set.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod");

  private static final FieldTree VOLUME =
      new FieldTree().add(FieldRule.oneOf("Block", "Filesystem"), "volumeMode");

  private ClaimRules() {}

  static void check(KubeObject object, Found found) {
    YamlCursor spec = object.root().get("spec");
    if (!object.group().isEmpty() && !object.group().equals("apps")) {
      return;
    }
    switch (object.kind()) {
      case "PersistentVolumeClaim" -> claim(spec, found);
      case "StatefulSet" ->
          spec.get("volumeClaimTemplates")
              .items()
              .forEach(claim -> claim(claim.get("spec"), found));
      case "PersistentVolume" -> {
        modes(spec.get("accessModes"), found);
        positive(spec.get("capacity", "storage"), found);
      }
      default -> {
        // no other kind holds claims of its own
      }
    }
  }

  static void claim(YamlCursor spec, Found found) {
    modes(spec.get("accessModes"), found);
    VOLUME.check(spec, found);
    YamlCursor wanted = spec.get("resources", "requests", "storage");
    YamlCursor most = spec.get("resources", "limits", "storage");
    positive(wanted, found);
    Optional<BigDecimal> least = Quantities.of(wanted);
    Optional<BigDecimal> limit = Quantities.of(most);
    if (least.isPresent() && limit.isPresent() && least.get().compareTo(limit.get()) > 0) {
      found.applied(wanted, "more storage is requested than the limit allows");
    }
  }

  private static void modes(YamlCursor modes, Found found) {
    for (YamlCursor mode : modes.items()) {
      if (mode.raw().equals("ReadWriteOncePod") && modes.items().size() > 1) {
        found.applied(mode, "the access mode ReadWriteOncePod cannot be combined with others");
      }
    }
    for (YamlCursor mode : modes.items()) {
      if (Found.text(mode).filter(m -> !MODES.contains(m)).isPresent()) {
        found.applied(mode, "%s is not an access mode".formatted(mode.raw()));
      }
    }
  }

  private static void positive(YamlCursor at, Found found) {
    if (Quantities.of(at).filter(size -> size.signum() <= 0).isPresent()) {
      found.applied(at, "a size must be greater than zero");
    }
  }
}
