package dev.zonewright.kube.valid.volume;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.valid.field.FieldRule;
import dev.zonewright.kube.valid.field.FieldTree;
import dev.zonewright.kube.valid.field.Forms;
import dev.zonewright.kube.valid.field.Found;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sources that a volume of a pod and a PersistentVolume have in common, as fields of what has them.
 * What only one of the two has, its own rules add. Source: Kubernetes 1.36, validation of
 * VolumeSource and of PersistentVolumeSpec.
 */
final class Sources {
  private static final int LONGEST_DRIVER = 63;
  private static final int LONGEST_TENANT = 64;
  private static final long LARGEST_UNIT = 255;

  static final FieldRule SECRET_NAME =
      FieldRule.needs("name", "the reference needs the name of a Secret");

  /** A path on a node or a share. */
  static final FieldRule DIRECT = FieldRule.text(Forms::isDirect, "“%s” must be a path without ..");

  private static final Pattern IQN =
      Pattern.compile(
          "(?=iqn).*iqn\\.\\d{4}-\\d{2}\\.[A-Za-z0-9.-]+:[^,;*&$|\\s]+"
              + "|eui.[A-Za-z0-9]{16}|naa.[A-Za-z0-9]{32}");

  private static final FieldRule INITIATOR =
      FieldRule.text(
          name -> IQN.matcher(name).matches(),
          "“%s” is not an iSCSI name: use iqn.YYYY-MM.DOMAIN:NAME, eui. or naa.");

  private static final FieldRule UNIT =
      FieldRule.range(0, LARGEST_UNIT, "%s must be from 0 to 255");

  private Sources() {}

  /** What each source is nothing without, for more to be added. */
  static FieldTree needed() {
    return new FieldTree()
        .add(FieldRule.needs("path", "a hostPath needs a path"), "hostPath")
        .add(FieldRule.needs("server", "an NFS volume needs a server"), "nfs")
        .add(FieldRule.needs("path", "an NFS volume needs a path"), "nfs")
        .add(FieldRule.needs("driver", "the volume needs a driver"), "csi", "flexVolume")
        .add(FieldRule.needs("targetPortal", "an iSCSI volume needs targetPortal"), "iscsi")
        .add(FieldRule.needs("iqn", "an iSCSI volume needs an iqn"), "iscsi")
        .add(Sources::chap, "iscsi")
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
        .add(SECRET_NAME, "cinder.secretRef", "storageos.secretRef")
        .add(Sources::channelIds, "fc")
        .add(Sources::someDataset, "flocker");
  }

  /** What the values of each source look like, for more to be added. */
  static FieldTree values() {
    return new FieldTree()
        .add(DIRECT, "hostPath.path")
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
        .add(FieldRule.text(path -> path.startsWith("/"), "“%s” must begin with /"), "nfs.path")
        .add(
            FieldRule.text(
                name ->
                    name.length() <= LONGEST_DRIVER
                        && Forms.isObjectName(name.toLowerCase(Locale.ROOT)),
                "“%s” is not the name of a CSI driver: use at most 63 letters, digits, hyphens"
                    + " and dots"),
            "csi.driver")
        .add(INITIATOR, "iscsi.iqn", "iscsi.initiatorName")
        .add(UNIT, "iscsi.lun", "gcePersistentDisk.partition", "awsElasticBlockStore.partition")
        .add(Sources::channel, "fc")
        .add(Sources::registry, "quobyte")
        .add(Sources::dataset, "flocker")
        .add(FieldRule.oneOf("None", "ReadOnly", "ReadWrite"), "azureDisk.cachingMode")
        .add(FieldRule.oneOf("Shared", "Dedicated", "Managed"), "azureDisk.kind")
        .add(Sources::disk, "azureDisk")
        .add(Forms.LABEL_NAME, "storageos.volumeName", "storageos.volumeNamespace")
        .add(Sources::option, "flexVolume.options");
  }

  private static void chap(YamlCursor iscsi, Found found) {
    if (iscsi.get("chapAuthDiscovery").isTrue() || iscsi.get("chapAuthSession").isTrue()) {
      FieldRule.needs("secretRef", "authentication with CHAP needs secretRef").check(iscsi, found);
    }
  }

  private static void channelIds(YamlCursor fc, Found found) {
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

  private static void channel(YamlCursor fc, Found found) {
    YamlCursor names = fc.get("targetWWNs");
    if (!names.items().isEmpty() && !fc.get("wwids").items().isEmpty()) {
      found.applied(fc.get("wwids"), "targetWWNs and wwids exclude each other");
    }
    if (!names.items().isEmpty()) {
      UNIT.check(fc.get("lun"), found);
    }
  }

  private static void registry(YamlCursor quobyte, Found found) {
    YamlCursor at = quobyte.get("registry");
    Optional<String> text = Found.text(at);
    boolean pairs =
        text.stream()
            .flatMap(t -> List.of(t.split(",", -1)).stream())
            .allMatch(pair -> pair.indexOf(':') >= 0);
    if (!pairs) {
      found.applied(at, "the registry must be host:port, or several with commas between them");
    }
    YamlCursor tenant = quobyte.get("tenant");
    if (Found.text(tenant).filter(t -> t.length() > LONGEST_TENANT).isPresent()) {
      found.applied(tenant, "the tenant may have at most 64 characters");
    }
  }

  private static void someDataset(YamlCursor flocker, Found found) {
    boolean none =
        List.of("datasetName", "datasetUUID").stream()
            .map(flocker::get)
            .allMatch(at -> at.raw().isEmpty() && !UnknownValue.hides(at));
    if (none && flocker.isMapping() && !UnknownValue.isPlaceholder(flocker)) {
      found.applied(flocker, "the volume needs datasetName or datasetUUID");
    }
  }

  private static void dataset(YamlCursor flocker, Found found) {
    YamlCursor name = flocker.get("datasetName");
    YamlCursor id = flocker.get("datasetUUID");
    if (Found.text(name).isPresent() && Found.text(id).isPresent()) {
      found.applied(id, "datasetName and datasetUUID exclude each other");
    }
    if (Found.text(name).filter(n -> n.indexOf('/') >= 0).isPresent()) {
      found.applied(name, "the name of a dataset cannot contain /");
    }
  }

  /** The kind decides what the address of a disk looks like. */
  private static void disk(YamlCursor azure, Found found) {
    YamlCursor kind = azure.get("kind");
    // the server fills in a kind where none stands
    if (kind.isSet() && Found.text(kind).isEmpty()) {
      return;
    }
    String prefix = kind.raw().equals("Managed") ? "/subscriptions/" : "https://";
    YamlCursor address = azure.get("diskURI");
    if (Found.text(address).filter(uri -> !uri.startsWith(prefix)).isPresent()) {
      found.applied(address, "diskURI of a disk of this kind must begin with " + prefix);
    }
  }

  private static void option(YamlCursor options, Found found) {
    for (YamlCursor option : options.entries()) {
      String key = option.key();
      int slash = key.indexOf('/');
      String domain = "." + (slash < 0 ? key : key.substring(0, slash)).toLowerCase(Locale.ROOT);
      if (!UnknownValue.isPlaceholder(option)
          && (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io"))) {
        found.applied(option, "options cannot be named in kubernetes.io or k8s.io");
      }
    }
  }
}
