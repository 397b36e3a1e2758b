package dev.zonewright.kube.valid.volume;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Set;

/**
 * Sources of a PersistentVolume, and what it is nothing without. Source: Kubernetes 1.36,
 * validation of PersistentVolumeSpec.
 */
public final class PersistentRules {
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

  private static final FieldRule SECRET_NAMESPACE =
      FieldRule.needs("namespace", "the reference needs the namespace of a Secret");

  private static final FieldTree NEEDED = needed();
  private static final FieldTree VALUES = values();

  private PersistentRules() {}

  private static FieldTree needed() {
    FieldTree tree =
        Sources.needed()
            .add(FieldRule.needs("path", "a local volume needs a path"), "local")
            .add(FieldRule.needs("volumeHandle", "the volume needs volumeHandle"), "csi")
            .add(Sources.SECRET_NAME, "iscsi.secretRef")
            .add(SECRET_NAMESPACE, "cinder.secretRef", "storageos.secretRef")
            .add(
                FieldRule.needs("required", "the affinity of a volume needs required"),
                "nodeAffinity")
            .add(
                FieldRule.needs("nodeSelectorTerms", "the affinity needs nodeSelectorTerms"),
                "nodeAffinity.required");
    for (String secret : SECRETS) {
      tree.add(Sources.SECRET_NAME, "csi." + secret).add(SECRET_NAMESPACE, "csi." + secret);
    }
    return tree;
  }

  private static FieldTree values() {
    FieldTree tree =
        Sources.values()
            .add(FieldRule.oneOf("Delete", "Retain", "Recycle"), "persistentVolumeReclaimPolicy")
            .add(Sources.DIRECT, "local.path")
            .add(Forms.LABEL_NAME, "glusterfs.endpointsNamespace")
            .add(Forms.OBJECT_NAME, "volumeAttributesClassName");
    for (String secret : SECRETS) {
      tree.add(Forms.OBJECT_NAME, "csi." + secret + ".name")
          .add(Forms.LABEL_NAME, "csi." + secret + ".namespace");
    }
    return tree;
  }

  static void check(YamlCursor spec, Found found) {
    NEEDED.check(spec, found);
    VALUES.check(spec, found);
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
