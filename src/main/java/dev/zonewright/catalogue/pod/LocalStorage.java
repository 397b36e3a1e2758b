package dev.zonewright.catalogue.pod;

import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.Set;

/** Knows which volumes and provisioners keep their data on the node that the pod runs on. */
final class LocalStorage {
  private static final Set<String> PROVISIONERS =
      Set.of(
          "kubernetes.io/host-path",
          "rancher.io/local-path",
          "docker.io/hostpath",
          "k8s.io/minikube-hostpath",
          "microk8s.io/hostpath",
          "hostpath.csi.k8s.io",
          "kubevirt.io/hostpath-provisioner",
          "kubevirt.io.hostpath-provisioner",
          "openebs.io/local",
          "local.csi.openebs.io",
          "zfs.csi.openebs.io",
          "topolvm.io",
          "topolvm.cybozu.com",
          "directpv-min-io");

  /** Makes nothing: its class is for volumes that somebody prepares, as a rule on the nodes. */
  static final String NO_PROVISIONER = "kubernetes.io/no-provisioner";

  /** Keys of a PersistentVolume's spec that name no storage. */
  private static final Set<String> NO_SOURCE =
      Set.of(
          "accessModes",
          "capacity",
          "claimRef",
          "mountOptions",
          "nodeAffinity",
          "persistentVolumeReclaimPolicy",
          "storageClassName",
          "volumeAttributesClassName",
          "volumeMode");

  private LocalStorage() {}

  /** Whether the provisioner, or driver, makes volumes out of folders or disks of the node. */
  static boolean isProvisioner(String name) {
    return PROVISIONERS.contains(name) || name.endsWith("local-path-provisioner");
  }

  /** What a PersistentVolume is, by its spec. */
  static Backing of(YamlCursor spec, String volume) {
    YamlCursor hostPath = spec.get("hostPath");
    YamlCursor local = spec.get("local");
    String driver = spec.get("csi", "driver").raw();
    if (hostPath.isSet() && !UnknownValue.hides(hostPath)) {
      return new Backing.OnNode(
          "PersistentVolume %s, which is %s of the node: %s"
              .formatted(volume, path(hostPath), HostPaths.gives(hostPath.get("path").raw())));
    }
    if (local.isSet() && !UnknownValue.hides(local)) {
      return new Backing.OnNode(
          "PersistentVolume %s, which is %s of the node".formatted(volume, path(local)));
    }
    if (isProvisioner(driver)) {
      return new Backing.OnNode(
          "PersistentVolume %s, which %s keeps on the node".formatted(volume, driver));
    }
    boolean named =
        spec.entries().stream()
            .anyMatch(
                e -> e.isSet() && !NO_SOURCE.contains(e.key()) && !UnknownValue.isPlaceholder(e));
    return named
        ? new Backing.Elsewhere()
        : new Backing.Unknown("PersistentVolume %s does not say what it is".formatted(volume));
  }

  private static String path(YamlCursor source) {
    String path = source.get("path").raw();
    return path.isEmpty() ? "a path" : path;
  }
}
