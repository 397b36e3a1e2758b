package dev.zonewright.kube.valid.volume;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Quantities;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.custom.Patch;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.kube.valid.field.LabelSyntax;
import dev.zonewright.yaml.YamlCursor;
import java.util.Set;

/** What claims and volumes ask of their sizes and modes. */
public final class ClaimRules {
  private static final String ALONE = "ReadWriteOncePod";
  private static final Set<String> MODES =
      Set.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", ALONE);

  /** What a claim keeps from the beginning, so that no patch changes it. */
  private static final Set<String> UNPATCHED =
      Set.of("volumeName", "volumeMode", "selector", "dataSource", "dataSourceRef");

  private static final FieldTree VOLUME =
      new FieldTree()
          .add(FieldRule.oneOf("Block", "Filesystem"), "volumeMode")
          .add(Forms.OBJECT_NAME, "storageClassName");

  private static final FieldTree CLAIM =
      new FieldTree()
          .add(Forms.OBJECT_NAME, "volumeAttributesClassName")
          .add((at, found) -> LabelSyntax.selector(at, found::applied), "selector");

  private static final FieldTree ORIGIN =
      new FieldTree().add(ClaimRules::origin, "dataSource", "dataSourceRef");

  private ClaimRules() {}

  public static void check(KubeObject object, Found found) {
    YamlCursor spec = object.root().get("spec");
    if (!object.group().isEmpty() && !object.group().equals("apps")) {
      return;
    }
    switch (object.kind()) {
      case "PersistentVolumeClaim" -> {
        claim(spec, found);
        if (!Patch.is(object)) {
          needed(object, found);
        }
      }
      case "StatefulSet" -> {
        for (YamlCursor claim : spec.get("volumeClaimTemplates").items()) {
          // its name becomes that of a volume
          Forms.LABEL_NAME.check(claim.get("metadata", "name"), found);
          claim(claim.get("spec"), found);
          // of a claim itself, the server takes away a source that it does not know
          ORIGIN.check(claim.get("spec"), found);
        }
      }
      case "PersistentVolume" -> {
        VOLUME.check(spec, found);
        modes(spec.get("accessModes"), found);
        positive(spec.get("capacity", "storage"), found);
        if (!Patch.is(object)) {
          PersistentRules.check(spec, found);
        }
      }
      default -> {
        // no other kind holds claims of its own
      }
    }
  }

  public static void claim(YamlCursor spec, Found found) {
    modes(spec.get("accessModes"), found);
    VOLUME.check(spec, found);
    CLAIM.check(spec, found);
    YamlCursor wanted = spec.get("resources", "requests", "storage");
    // limits of a claim are read by nobody
    positive(wanted, found);
  }

  /**
   * What a claim is nothing without. A patch gives one of the two, and leaves the other to what it
   * is laid over; so the access modes are missing only beside what no patch has a need to say.
   */
  private static void needed(KubeObject object, Found found) {
    YamlCursor spec = object.root().get("spec");
    if (!Found.isWhole(spec)) {
      return;
    }
    YamlCursor modes = spec.get("accessModes");
    YamlCursor size = spec.get("resources", "requests", "storage");
    boolean whole =
        object.root().get("metadata", "labels").isSet()
            || UNPATCHED.stream().anyMatch(field -> spec.get(field).isSet());
    if (modes.items().isEmpty() && size.isSet() && whole && !UnknownValue.hides(modes)) {
      found.applied(modes, "a claim needs at least one access mode");
    }
    if (!size.isSet() && !modes.items().isEmpty() && !UnknownValue.hides(size)) {
      found.applied(size, "a claim needs a storage request");
    }
  }

  /** What a claim is filled from. */
  private static void origin(YamlCursor at, Found found) {
    YamlCursor group = at.get("apiGroup");
    YamlCursor kind = at.get("kind");
    Forms.OBJECT_NAME.check(group, found);
    boolean core = group.raw().isEmpty() && !UnknownValue.hides(group);
    if (core && Found.text(kind).filter(k -> !k.equals("PersistentVolumeClaim")).isPresent()) {
      found.applied(kind, "without apiGroup, only a PersistentVolumeClaim can be the source");
    }
  }

  private static void modes(YamlCursor modes, Found found) {
    for (YamlCursor mode : modes.items()) {
      if (mode.raw().equals(ALONE)
          && modes.items().stream().anyMatch(other -> isAnother(other.raw()))) {
        found.applied(mode, "the access mode ReadWriteOncePod cannot be combined with others");
      }
    }
    for (YamlCursor mode : modes.items()) {
      if (Found.text(mode).filter(m -> !MODES.contains(m)).isPresent()) {
        found.applied(mode, "%s is not an access mode".formatted(mode.raw()));
      }
    }
  }

  private static boolean isAnother(String mode) {
    return MODES.contains(mode) && !mode.equals(ALONE);
  }

  private static void positive(YamlCursor at, Found found) {
    if (Quantities.of(at).filter(size -> size.signum() <= 0).isPresent()) {
      found.applied(at, "a size must be greater than zero");
    }
  }
}
