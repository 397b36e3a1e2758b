package dev.zonewright.kube.evidence;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.yaml.YamlCursor;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Signs of an agent of the node: what works on the node's network, its processes or its pods mostly
 * asks the API which pods these are, and its bindings often stand in another file. A pod that is
 * only privileged, or keeps data on its node, is not one.
 */
final class NodeAgent {
  /** Folders and sockets of what runs pods on a node; the whole node holds them too. */
  private static final Pattern OF_PODS =
      Pattern.compile(
          "/*|(.*/)?(kubelet|kubernetes|cni|containerd|containers|pods|docker|crio|dockershim)([/.].*)?");

  private NodeAgent() {}

  /** The first sign, as a clause; empty for a pod in a zone, which does not reach its node. */
  static Optional<String> of(PodView pod, ClusterLookup cluster) {
    return ZoneState.of(pod, cluster) == ZoneState.EDERA ? Optional.empty() : find(pod);
  }

  private static Optional<String> find(PodView pod) {
    YamlCursor spec = pod.spec();
    if (StaticPods.is(pod)) {
      return Optional.of("it is a static pod");
    }
    if (isHostProcess(pod)) {
      return Optional.of("it runs on its Windows node itself");
    }
    return Switches.sign(spec.get("hostNetwork"), "it uses its node's network")
        .or(() -> Switches.sign(spec.get("hostPID"), "it looks at its node's processes"))
        .or(() -> ofVolumes(spec.get("volumes")))
        .or(() -> NodeWork.ofProgram(pod))
        .or(() ->
            pod.containers().stream()
                .filter(NodeTies::isDriver)
                .findFirst()
                .map(c -> "container %s %s".formatted(c.name(), NodeTies.AS_DRIVER)));
  }

  private static Optional<String> ofVolumes(YamlCursor volumes) {
    return volumes.items().stream()
        .map(volume -> volume.get("hostPath", "path").raw().strip())
        .filter(path -> !path.isEmpty() && OF_PODS.matcher(path).matches())
        .findFirst()
        .map(path -> "it works in %s of its node".formatted(path));
  }

  private static boolean isHostProcess(PodView pod) {
    return Stream.concat(
            Stream.of(pod.securityContext()),
            pod.containers().stream().map(ContainerView::securityContext))
        .anyMatch(context -> context.get("windowsOptions", "hostProcess").isTrue());
  }
}
