package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.Memo;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Signs that a pod works on its node itself, so that it cannot do its work in a zone. */
public final class NodeWork {
  private static final Memo.Key<PodView, Optional<String>> SIGN = new Memo.Key<>(NodeWork::find);

  private static final Set<String> PLAIN_RESOURCES =
      Set.of("cpu", "memory", "ephemeral-storage", "storage", "pods");

  /** Programs whose work is the node, whatever the fields say: often a patch adds the folders. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "nfd-worker",
          "nfd-topology-updater",
          "node-problem-detector",
          "node-exporter",
          "node_exporter",
          "cadvisor",
          "kube-bench",
          "dcgm-exporter",
          "smartctl-exporter",
          "smartctl_exporter",
          "k8s-device-plugin",
          "gpu-feature-discovery",
          "tetragon",
          "tracee",
          "kepler",
          "multus",
          "multus-cni",
          "install-cni",
          "ztunnel",
          "kube-proxy",
          "kube-router",
          "flanneld",
          "kubelet",
          "csi-node-driver-registrar",
          "aws-node-termination-handler",
          "node-local-dns",
          "node-cache");

  private NodeWork() {}

  /** The first sign, as a clause that says what the pod does: “it uses its node's network”. */
  public static Optional<String> of(PodView pod) {
    return pod.facts().get(SIGN, pod);
  }

  /** What the node's kernel does for the pod, which is no work on the node, as a clause. */
  public static Optional<String> ofKernel(PodView pod) {
    return NodeTies.ofKernel(pod);
  }

  private static Optional<String> find(PodView pod) {
    YamlCursor spec = pod.spec();
    if (StaticPods.is(pod)) {
      return Optional.of("it is a static pod, which the kubelet starts from a file of the node");
    }
    return Switches.sign(spec.get("hostNetwork"), "it uses its node's network")
        .or(() -> Switches.sign(spec.get("hostPID"), "it looks at its node's processes"))
        .or(() -> Switches.sign(spec.get("hostIPC"), "it shares memory with its node's processes"))
        .or(() -> ofVolumes(spec.get("volumes")))
        .or(() -> ofContainers(pod))
        .or(() -> NodeTies.ofMarks(pod));
  }

  private static Optional<String> ofVolumes(YamlCursor volumes) {
    for (YamlCursor volume : volumes.items()) {
      YamlCursor host = volume.get("hostPath");
      String path = host.get("path").raw();
      String type = host.get("type").raw();
      if (host.isSet() && (type.endsWith("Device") || type.equals("Socket"))) {
        return Optional.of("it works with %s of its node".formatted(path));
      }
      if (host.isSet() && SystemFolders.holds(path)) {
        return Optional.of(
            "it works in %s of its node".formatted(path.isEmpty() ? "a folder" : path));
      }
      Optional<String> socket = NodeTies.ofVolume(volume);
      if (socket.isPresent()) {
        return socket;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofContainers(PodView pod) {
    for (ContainerView container : pod.containers()) {
      Optional<String> sign = ofContainer(container);
      if (sign.isPresent()) {
        return sign;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofContainer(ContainerView container) {
    YamlCursor at = container.at();
    String name = container.name();
    Optional<String> program = ofProgram(container);
    if (program.isPresent()) {
      return program;
    }
    Optional<String> privileged =
        Switches.sign(
            container.securityContext().get("privileged"),
            "container %s is privileged".formatted(name));
    if (privileged.isPresent()) {
      return privileged;
    }
    for (YamlCursor mount : at.get("volumeMounts").items()) {
      String propagation = mount.get("mountPropagation").raw();
      if (!propagation.isEmpty() && !propagation.equals("None")) {
        return Optional.of(
            "container %s passes mounts between itself and its node (%s)"
                .formatted(name, propagation));
      }
    }
    for (YamlCursor port : at.get("ports").items()) {
      String host = port.get("hostPort").raw();
      if (!host.isEmpty() && !host.equals("0")) {
        return Optional.of("container %s takes port %s of its node".formatted(name, host));
      }
    }
    return device(container)
        .map(what -> "uses " + what)
        .or(() -> NodeTies.ofContainer(container))
        .map(what -> "container %s %s".formatted(name, what));
  }

  /** The first container that runs a program whose work is the node. */
  static Optional<String> ofProgram(PodView pod) {
    return pod.containers().stream().flatMap(c -> ofProgram(c).stream()).findFirst();
  }

  private static Optional<String> ofProgram(ContainerView container) {
    String image = ImageName.last(container.at().get("image").raw());
    return Stream.concat(Stream.of(image), Commands.wordsOf(container).stream())
        .filter(PROGRAMS::contains)
        .findFirst()
        .map(program ->
            "container %s runs %s, which works on the node".formatted(container.name(), program));
  }

  /** A device that a plugin on the node hands out. */
  private static Optional<String> device(ContainerView container) {
    for (String part : new String[] {"limits", "requests"}) {
      for (YamlCursor amount : container.resources().get(part).entries()) {
        String key = amount.key();
        if (key.startsWith("hugepages-")) {
          return Optional.of("huge pages (%s) of its node".formatted(key));
        }
        if (!PLAIN_RESOURCES.contains(key) && key.contains("/")) {
          return Optional.of("the device " + key);
        }
      }
    }
    return container.resources().get("claims").items().isEmpty()
        ? Optional.empty()
        : Optional.of("a device by a resource claim");
  }
}
