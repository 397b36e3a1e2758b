package dev.zonewright.kube.valid.volume;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Sources of a PersistentVolume, and what it is nothing without. Source: Kubernetes 1.36,
 * validation of PersistentVolumeSpec.
 */
public final class PersistentRules {
  private static final int LONGEST_DRIVER = 63;

  private static final Set<String> SOURCES =
      Set.of(
          "awsElasticBlockStore",
          "azureDisk",
          "azureFile",
          "cephfs",
          "cinder",
          "csi",
          "fc",
          "flexVolume",
          "flocker",
          "gcePersistentDisk",
          "glusterfs",
          "hostPath",
          "iscsi",
          "local",
          "nfs",
          "photonPersistentDisk",
          "portworxVolume",
          "quobyte",
          "rbd",
          "scaleIO",
          "storageos",
          "vsphereVolume");

  private static final List<String> SECRETS =
      List.of(
          "controllerPublishSecretRef",
          "controllerExpandSecretRef",
          "nodePublishSecretRef",
          "nodeExpandSecretRef");

  private static final FieldTree SPEC = spec();

  private PersistentRules() {}

  private static FieldTree spec() {
    FieldTree tree =
        new FieldTree()
            .add(FieldRule.oneOf("Delete", "Retain", "Recycle"), "persistentVolumeReclaimPolicy")
            .add(FieldRule.needs("path", "a hostPath needs a path"), "hostPath")
            .add(FieldRule.needs("path", "a local volume needs a path"), "local")
            .add(
                FieldRule.text(Forms::isDirect, "“%s” must be a path without .."),
                "hostPath.path",
                "local.path")
            .add(
                FieldRule.oneOf(
                    "DirectoryOrCreate",
                    "Directory",
                    "FileOrCreate",
                    "File",
                    "Socket",
                    "CharDevice",
                    "BlockDevice"),
                "hostPath.type")
            .add(FieldRule.needs("server", "an NFS volume needs a server"), "nfs")
            .add(FieldRule.needs("path", "an NFS volume needs a path"), "nfs")
            .add(FieldRule.text(path -> path.startsWith("/"), "“%s” must begin with /"), "nfs.path")
            .add(FieldRule.needs("driver", "the volume needs a driver"), "csi", "flexVolume")
            .add(FieldRule.needs("volumeHandle", "the volume needs volumeHandle"), "csi")
            .add(
                FieldRule.text(
                    name ->
                        name.length() <= LONGEST_DRIVER
                            && Forms.isObjectName(name.toLowerCase(Locale.ROOT)),
                    "“%s” is not the name of a CSI driver: use at most 63 letters, digits, hyphens"
                        + " and dots"),
                "csi.driver")
            .add(FieldRule.needs("targetPortal", "an iSCSI volume needs targetPortal"), "iscsi")
            .add(FieldRule.needs("iqn", "an iSCSI volume needs an iqn"), "iscsi")
            .add(FieldRule.needs("secretName", "the volume needs secretName"), "azureFile")
            .add(FieldRule.needs("shareName", "the volume needs shareName"), "azureFile")
            .add(FieldRule.needs("monitors", "the volume needs monitors"), "cephfs", "rbd")
            .add(FieldRule.needs("image", "the volume needs an image"), "rbd")
            .add(
                FieldRule.needs("volumeID", "the volume needs volumeID"),
                "awsElasticBlockStore",
                "cinder")
            .add(FieldRule.needs("pdName", "the volume needs pdName"), "gcePersistentDisk")
            .add(FieldRule.needs("volumePath", "the volume needs volumePath"), "vsphereVolume")
            .add(FieldRule.needs("endpoints", "the volume needs endpoints"), "glusterfs")
            .add(FieldRule.needs("path", "the volume needs a path"), "glusterfs")
            .add(
                FieldRule.needs("required", "the affinity of a volume needs required"),
                "nodeAffinity")
            .add(
                FieldRule.needs("nodeSelectorTerms", "the affinity needs nodeSelectorTerms"),
                "nodeAffinity.required");
    for (String secret : SECRETS) {
      tree.add(FieldRule.needs("name", "the reference needs the name of a Secret"), "csi." + secret)
          .add(
              FieldRule.needs("namespace", "the reference needs the namespace of a Secret"),
              "csi." + secret)
          .add(Forms.OBJECT_NAME, "csi." + secret + ".name")
          .add(Forms.LABEL_NAME, "csi." + secret + ".namespace");
    }
    return tree;
  }

  static void check(YamlCursor spec, Found found) {
    SPEC.check(spec, found);
    List<YamlCursor> sources =
        spec.entries().stream()
            .filter(e -> SOURCES.contains(e.key()) && e.isSet())
            .filter(e -> !UnknownValue.isPlaceholder(e))
            .toList();
    if (sources.size() > 1) {
      found.applied(
          sources.getLast(),
          "a volume has one source only, and %s is already there"
              .formatted(sources.getFirst().key()));
    }
    if (!Found.isWhole(spec)) {
      return;
    }
    YamlCursor size = spec.get("capacity");
    YamlCursor modes = spec.get("accessModes");
    // where two of the three stand, no patch of another manifest is meant
    if (size.isSet() && modes.isSet() && sources.isEmpty() && !hides(spec)) {
      found.applied(spec, "a PersistentVolume needs a source, such as csi or hostPath");
    }
    if (modes.isSet() && !sources.isEmpty()) {
      FieldRule.needs("capacity", "a PersistentVolume needs a capacity").check(spec, found);
    }
    if (size.isSet() && !sources.isEmpty()) {
      FieldRule.needs("accessModes", "a PersistentVolume needs at least one access mode")
          .check(spec, found);
    }
    if (size.isSet()) {
      capacity(size, found);
      if (modes.isSet() && spec.get("local").isSet()) {
        FieldRule.needs("nodeAffinity", "a local volume needs nodeAffinity: it is on one node")
            .check(spec, found);
      }
    }
  }

  private static boolean hides(YamlCursor spec) {
    return SOURCES.stream().anyMatch(source -> UnknownValue.hides(spec.get(source)));
  }

  private static void capacity(YamlCursor size, Found found) {
    if (!Found.isWhole(size)) {
      return;
    }
    FieldRule.needs("storage", "the capacity of a volume is its storage").check(size, found);
    for (YamlCursor amount : size.entries()) {
      if (!amount.key().equals("storage")) {
        found.applied(amount, "the capacity of a volume has only storage");
      }
    }
  }
}
