package dev.zonewright.kube.valid.volume;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/** What the source of a volume is nothing without, and a claim of storage. */
public final class RequiredSources {
  private static final FieldTree VOLUME =
      new FieldTree()
          .add(
              FieldRule.needs("name", "the source needs the name of its object"),
              "configMap",
              "projected.sources[].configMap",
              "projected.sources[].secret")
          .add(
              FieldRule.needs("key", "a file needs the key of its value"),
              "secret.items[]",
              "configMap.items[]",
              "projected.sources[].secret.items[]",
              "projected.sources[].configMap.items[]")
          .add(
              FieldRule.needs("path", "a file needs a path"),
              "secret.items[]",
              "configMap.items[]",
              "downwardAPI.items[]",
              "projected.sources[].secret.items[]",
              "projected.sources[].configMap.items[]",
              "projected.sources[].downwardAPI.items[]")
          .add(
              RequiredSources::filled,
              "downwardAPI.items[]",
              "projected.sources[].downwardAPI.items[]")
          .add(
              FieldRule.needs("fieldPath", "fieldRef needs fieldPath"),
              "downwardAPI.items[].fieldRef",
              "projected.sources[].downwardAPI.items[].fieldRef")
          .add(FieldRule.needs("server", "an NFS volume needs a server"), "nfs")
          .add(FieldRule.needs("path", "an NFS volume needs a path"), "nfs")
          .add(FieldRule.needs("driver", "the volume needs a driver"), "csi", "flexVolume")
          .add(FieldRule.needs("targetPortal", "an iSCSI volume needs targetPortal"), "iscsi")
          .add(FieldRule.needs("iqn", "an iSCSI volume needs an iqn"), "iscsi")
          .add(FieldRule.needs("repository", "the volume needs a repository"), "gitRepo")
          .add(FieldRule.needs("secretName", "the volume needs secretName"), "azureFile")
          .add(FieldRule.needs("shareName", "the volume needs shareName"), "azureFile")
          .add(FieldRule.needs("diskName", "the volume needs diskName"), "azureDisk")
          .add(FieldRule.needs("diskURI", "the volume needs diskURI"), "azureDisk")
          .add(FieldRule.needs("monitors", "the volume needs monitors"), "cephfs", "rbd")
          .add(FieldRule.needs("image", "the volume needs an image"), "rbd")
          .add(
              FieldRule.needs("volumeID", "the volume needs volumeID"),
              "awsElasticBlockStore",
              "cinder",
              "portworxVolume")
          .add(FieldRule.needs("pdName", "the volume needs pdName"), "gcePersistentDisk")
          .add(FieldRule.needs("volumePath", "the volume needs volumePath"), "vsphereVolume")
          .add(FieldRule.needs("endpoints", "the volume needs endpoints"), "glusterfs")
          .add(FieldRule.needs("path", "the volume needs a path"), "glusterfs")
          .add(FieldRule.needs("pdID", "the volume needs pdID"), "photonPersistentDisk")
          .add(FieldRule.needs("gateway", "the volume needs a gateway"), "scaleIO")
          .add(FieldRule.needs("system", "the volume needs a system"), "scaleIO")
          .add(FieldRule.needs("volumeName", "the volume needs volumeName"), "scaleIO", "storageos")
          .add(FieldRule.needs("registry", "the volume needs a registry"), "quobyte")
          .add(FieldRule.needs("volume", "the source needs the name of a volume"), "quobyte")
          .add(
              FieldRule.needs("name", "the reference needs the name of a Secret"),
              "csi.nodePublishSecretRef",
              "cinder.secretRef",
              "storageos.secretRef")
          .add(RequiredSources::channel, "fc")
          .add(RequiredSources::dataset, "flocker")
          .add(RequiredSources::secret, "iscsi")
          .add(
              FieldRule.needs("volumeClaimTemplate", "the volume needs volumeClaimTemplate"),
              "ephemeral")
          .add(RequiredSources::claim, "ephemeral.volumeClaimTemplate");

  private RequiredSources() {}

  public static void check(YamlCursor volumes, Found found) {
    volumes.items().forEach(volume -> VOLUME.check(volume, found));
  }

  public static void claim(YamlCursor template, Found found) {
    YamlCursor spec = template.get("spec");
    if (!template.isMapping() || UnknownValue.isPlaceholder(template)) {
      return;
    }
    YamlCursor modes = spec.get("accessModes");
    if (modes.items().isEmpty() && !UnknownValue.hides(modes)) {
      found.applied(modes, "a claim needs at least one access mode");
    }
    YamlCursor size = spec.get("resources", "requests", "storage");
    if (!size.isSet() && !UnknownValue.hides(size)) {
      found.applied(size, "a claim needs a storage request");
    }
    for (String origin : List.of("dataSource", "dataSourceRef")) {
      FieldRule.needs("kind", "the source of a claim needs a kind").check(spec.get(origin), found);
      FieldRule.needs("name", "the source of a claim needs a name").check(spec.get(origin), found);
    }
  }

  private static void channel(YamlCursor fc, Found found) {
    YamlCursor names = fc.get("targetWWNs");
    YamlCursor ids = fc.get("wwids");
    if (names.items().isEmpty()
        && ids.items().isEmpty()
        && !UnknownValue.isPlaceholder(fc)
        && !UnknownValue.hides(names)
        && !UnknownValue.hides(ids)) {
      found.applied(fc, "a Fibre Channel volume needs targetWWNs or wwids");
    }
    if (!names.items().isEmpty()) {
      FieldRule.needs("lun", "targetWWNs need a lun").check(fc, found);
    }
  }

  private static void dataset(YamlCursor flocker, Found found) {
    boolean none =
        List.of("datasetName", "datasetUUID").stream()
            .map(flocker::get)
            .allMatch(at -> at.raw().isEmpty() && !UnknownValue.hides(at));
    if (none && flocker.isMapping() && !UnknownValue.isPlaceholder(flocker)) {
      found.applied(flocker, "the volume needs datasetName or datasetUUID");
    }
  }

  private static void secret(YamlCursor iscsi, Found found) {
    if (iscsi.get("chapAuthDiscovery").isTrue() || iscsi.get("chapAuthSession").isTrue()) {
      FieldRule.needs("secretRef", "authentication with CHAP needs secretRef").check(iscsi, found);
    }
  }

  private static void filled(YamlCursor item, Found found) {
    YamlCursor field = item.get("fieldRef");
    YamlCursor resource = item.get("resourceFieldRef");
    if (!field.isSet() && !resource.isSet() && !UnknownValue.hides(field)) {
      found.applied(item, "a file needs fieldRef or resourceFieldRef");
    }
    if (resource.isMapping()) {
      FieldRule.needs("containerName", "resourceFieldRef in a volume needs containerName")
          .check(resource, found);
      FieldRule.needs("resource", "resourceFieldRef needs a resource").check(resource, found);
    }
  }
}
