package dev.zonewright.kube.evidence;

import java.util.Set;

/** Which folders of a node belong to its system, and not to somebody's data. */
public final class SystemFolders {
  private static final Set<String> TOP =
      Set.of(
          "bin", "boot", "dev", "etc", "lib", "lib32", "lib64", "proc", "root", "run", "sbin",
          "sys", "usr");

  // below /var, whose other folders hold data
  private static final Set<String> OF_VAR = Set.of("run", "log", "lock", "cache");

  // below /var/lib and /opt, of those that run containers, volumes and networks
  private static final Set<String> OF_SERVICES =
      Set.of(
          "kubelet",
          "docker",
          "containerd",
          "containers",
          "cni",
          "calico",
          "cilium",
          "weave",
          "etcd",
          "edera",
          "crio",
          "rancher",
          "k3s",
          "k0s",
          "microk8s",
          "rook",
          "kube-proxy",
          "dockershim",
          "falco",
          "iscsi",
          "nfs",
          "openvswitch",
          "ovn",
          "ovn-ic",
          "kubernetes");

  private SystemFolders() {}

  /** Whether a path of a node is its root, or lies in a folder of its system. */
  public static boolean holds(String path) {
    String[] parts = path.strip().replaceAll("^/+|/+$", "").split("/+", -1);
    String first = parts[0];
    String second = parts.length > 1 ? parts[1] : "";
    String third = parts.length > 2 ? parts[2] : "";
    return switch (first) {
      case "" -> true;
      case "var" ->
          second.isEmpty()
              || OF_VAR.contains(second)
              || (second.equals("lib") && (third.isEmpty() || OF_SERVICES.contains(third)));
      case "opt" -> second.isEmpty() || OF_SERVICES.contains(second);
      default -> TOP.contains(first);
    };
  }
}
