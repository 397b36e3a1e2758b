package dev.zonewright.catalogue.pod;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what a path of a node gives away. */
final class HostPaths {
  /** Where everything inside gives away the same as the folder; the most specific first. */
  private static final List<String> DEEP =
      List.of(
          "/var/run/containerd",
          "/run/containerd",
          "/var/run/crio",
          "/run/crio",
          "/var/lib/edera",
          "/var/lib/kubelet",
          "/var/lib/docker",
          "/var/lib/containerd",
          "/var/lib/etcd",
          "/etc/kubernetes",
          "/boot",
          "/root",
          "/home",
          "/usr",
          "/bin",
          "/sbin",
          "/lib");

  /** What is in reach of a path that is a part of a folder, and not what the folder gives away. */
  private static final Map<String, String> PARTS = new LinkedHashMap<>();

  private static final Map<String, String> KNOWN = new LinkedHashMap<>();

  static {
    String runtime =
        "the socket of the container runtime starts any container, with any right, on the node";
    KNOWN.put("/var/run/docker.sock", runtime);
    KNOWN.put("/run/docker.sock", runtime);
    KNOWN.put("/var/run/containerd", runtime);
    KNOWN.put("/run/containerd", runtime);
    KNOWN.put("/var/run/crio", runtime);
    KNOWN.put("/run/crio", runtime);
    KNOWN.put(
        "/var/lib/edera",
        "Edera keeps its own state there, and what is mounted into every zone, in plain text");
    KNOWN.put("/var/lib/kubelet", "the secrets, tokens and volumes of every pod on the node");
    KNOWN.put("/var/lib/docker", "the file systems of every container on the node");
    KNOWN.put("/var/lib/containerd", "the file systems of every container on the node");
    KNOWN.put("/var/lib/etcd", "the whole state of the cluster, secrets included");
    KNOWN.put("/etc/kubernetes", "the keys and settings of the node's Kubernetes services");
    KNOWN.put("/etc", "the accounts, keys and settings of the node");
    KNOWN.put("/proc", "every process of the node, its memory and its environment");
    KNOWN.put("/sys", "the kernel's own settings and devices");
    KNOWN.put("/dev", "the devices of the node, disks and hypervisor included");
    KNOWN.put("/boot", "the kernel and hypervisor that the node starts with");
    KNOWN.put("/root", "the files of the node's administrator");
    KNOWN.put("/home", "the files and keys of the node's users");
    KNOWN.put("/usr", "the programs that the node runs");
    KNOWN.put("/bin", "the programs that the node runs");
    KNOWN.put("/sbin", "the programs that the node runs");
    KNOWN.put("/lib", "the libraries that the node runs");
    KNOWN.put("/opt", "programs and plugins that the node runs");
    KNOWN.put("/var/log", "the logs of the node and of every pod on it");
    KNOWN.put("/var/lib", "the state of the node's services, the runtime's and Edera's included");
    KNOWN.put("/var/run", "the sockets of the node's services, the container runtime's included");
    KNOWN.put("/run", "the sockets of the node's services, the container runtime's included");
    KNOWN.put("/var", "the state, logs and sockets of the node's services");
    KNOWN.put("/", "the whole file system of the node");

    PARTS.put("/etc", "a part of the node's settings");
    PARTS.put("/proc", "a part of what the node's kernel says of its processes and itself");
    PARTS.put("/sys", "a part of the kernel's own settings and devices");
    PARTS.put("/dev", "a device of the node");
    PARTS.put("/opt", "a part of what is installed on the node in addition to its system");
    PARTS.put("/var/log", "a part of the node's logs");
    PARTS.put("/var/lib", "the state of one of the node's services");
    PARTS.put("/var/run", "what one of the node's services keeps while it runs");
    PARTS.put("/run", "what one of the node's services keeps while it runs");
    PARTS.put("/var", "a part of what the node's services keep");
  }

  private HostPaths() {}

  /** What the path gives away, as a clause without a full stop. */
  static String gives(String path) {
    String clean = normal(path);
    String whole = KNOWN.get(clean);
    if (whole != null) {
      return whole;
    }
    for (String folder : DEEP) {
      if (clean.startsWith(folder + "/")) {
        return KNOWN.getOrDefault(folder, "");
      }
    }
    for (Map.Entry<String, String> part : PARTS.entrySet()) {
      if (clean.startsWith(part.getKey() + "/")) {
        return part.getValue();
      }
    }
    return "what other pods and the node keep there is within reach, to read and to change";
  }

  /** Without doubled slashes, {@code .} and {@code ..}. */
  private static String normal(String path) {
    Deque<String> steps = new ArrayDeque<>();
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return path.startsWith("/") ? "/" + String.join("/", steps) : path;
  }
}
