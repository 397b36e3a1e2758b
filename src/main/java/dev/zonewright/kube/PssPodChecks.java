package dev.zonewright.kube;

import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Set;

/** The checks that look at fields of the pod alone. */
final class PssPodChecks {
  // the safe ones of Kubernetes 1.0, then those of 1.27, 1.29, 1.32 and 1.37
  private static final Set<String> SAFE_SYSCTLS =
      Set.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.ping_group_range",
          "net.ipv4.ip_unprivileged_port_start",
          "net.ipv4.ip_local_reserved_ports",
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes",
          "net.ipv4.tcp_rmem",
          "net.ipv4.tcp_wmem",
          "net.ipv4.tcp_slow_start_after_idle",
          "net.ipv4.tcp_notsent_lowat");

  private static final List<String> RESTRICTED_SOURCES =
      List.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");

  private static final List<String> OTHER_SOURCES =
      List.of(
          "hostPath",
          "gcePersistentDisk",
          "awsElasticBlockStore",
          "gitRepo",
          "nfs",
          "iscsi",
          "glusterfs",
          "rbd",
          "flexVolume",
          "cinder",
          "cephfs",
          "flocker",
          "fc",
          "azureFile",
          "vsphereVolume",
          "quobyte",
          "azureDisk",
          "photonPersistentDisk",
          "portworxVolume",
          "scaleIO",
          "storageos");

  private PssPodChecks() {}

  /** Whether Kubernetes has volumes of this type. */
  static boolean isVolumeType(String key) {
    return RESTRICTED_SOURCES.contains(key) || OTHER_SOURCES.contains(key);
  }

  static List<PssHit> hostNamespaces(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    for (String field : List.of("hostNetwork", "hostPID", "hostIPC")) {
      hits.unless(PssValue.truth(pod.field(field)), on -> !on);
    }
    return hits.list();
  }

  static List<PssHit> hostPathVolumes(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    for (YamlCursor volume : PssPod.items(pod.field("volumes"))) {
      hits.unless(PssValue.mapping(volume.get("hostPath")), _ -> false);
    }
    return hits.list();
  }

  static List<PssHit> sysctls(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    for (YamlCursor sysctl : PssPod.items(pod.pod().securityContext().get("sysctls"))) {
      PssValue<String> name = PssValue.text(sysctl.get("name"));
      if (name instanceof PssValue.Unset<String>(YamlCursor at)) {
        hits.add(PssHit.certain(at));
      }
      hits.unless(name, SAFE_SYSCTLS::contains);
    }
    return hits.list();
  }

  /** A volume without any source is given an emptyDir before admission looks at it. */
  static List<PssHit> restrictedVolumes(PssPod pod) {
    PssHit.Hits hits = new PssHit.Hits();
    for (YamlCursor volume : PssPod.items(pod.field("volumes"))) {
      if (PssValue.mapping(volume) instanceof PssValue.Unknown<YamlCursor>(YamlCursor at)) {
        hits.add(PssHit.uncertain(at));
      } else if (RESTRICTED_SOURCES.stream().noneMatch(source -> volume.get(source).isSet())) {
        otherSource(volume, hits);
      }
    }
    return hits.list();
  }

  private static void otherSource(YamlCursor volume, PssHit.Hits hits) {
    for (String source : OTHER_SOURCES) {
      if (volume.get(source).isSet()) {
        hits.unless(PssValue.mapping(volume.get(source)), _ -> false);
        return;
      }
    }
    // a key that Kubernetes does not know is dropped or refused, as the cluster is set up
    volume.entries().stream()
        .filter(entry -> entry.isSet() && !entry.key().equals("name"))
        .findFirst()
        .ifPresent(entry -> hits.add(PssHit.uncertain(entry)));
  }
}
