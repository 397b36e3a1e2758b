package dev.zonewright.kube.valid.volume;

import dev.zonewright.kube.PodView;
import dev.zonewright.kube.Quantities;
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
 * Values in the sources of volumes: sizes, paths, identifiers of disks, and fields of which only
 * one may be set. Source: Kubernetes 1.36, validation of VolumeSource.
 */
public final class SourceRules {
  private static final int LONGEST_DRIVER = 63;
  private static final int LONGEST_TENANT = 64;
  private static final long LARGEST_UNIT = 255;

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

  private static final FieldTree VOLUME =
      new FieldTree()
          .add(SourceRules::size, "emptyDir.sizeLimit")
          .add(Forms.PLACE, "gitRepo.directory")
          .add(
              FieldRule.text(
                  name ->
                      name.length() <= LONGEST_DRIVER
                          && Forms.isObjectName(name.toLowerCase(Locale.ROOT)),
                  "“%s” is not the name of a CSI driver: use at most 63 letters, digits, hyphens"
                      + " and dots"),
              "csi.driver")
          .add(Forms.OBJECT_NAME, "csi.nodePublishSecretRef.name")
          .add(INITIATOR, "iscsi.iqn", "iscsi.initiatorName")
          .add(UNIT, "iscsi.lun", "gcePersistentDisk.partition", "awsElasticBlockStore.partition")
          .add(SourceRules::channel, "fc")
          .add(SourceRules::registry, "quobyte")
          .add(SourceRules::dataset, "flocker")
          .add(FieldRule.oneOf("None", "ReadOnly", "ReadWrite"), "azureDisk.cachingMode")
          .add(FieldRule.oneOf("Shared", "Dedicated", "Managed"), "azureDisk.kind")
          .add(SourceRules::disk, "azureDisk")
          .add(Forms.LABEL_NAME, "storageos.volumeName", "storageos.volumeNamespace")
          .add(SourceRules::option, "flexVolume.options");

  private SourceRules() {}

  public static void check(PodView pod, Found found) {
    for (YamlCursor volume : pod.spec().get("volumes").items()) {
      VOLUME.check(volume, found);
    }
  }

  private static void size(YamlCursor at, Found found) {
    if (Quantities.of(at).filter(size -> size.signum() < 0).isPresent()) {
      found.applied(at, "a size must not be negative");
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
