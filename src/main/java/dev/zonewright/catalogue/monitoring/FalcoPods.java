package dev.zonewright.catalogue.monitoring;

import dev.zonewright.control.Reporter;
import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.kube.falco.FalcoRunner;
import dev.zonewright.kube.falco.FalcoSetup;
import dev.zonewright.kube.falco.Seen;
import dev.zonewright.kube.placement.DemandReader;
import dev.zonewright.kube.placement.ZoneNodes;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Falco's own pods need to see zones: the kernel of the node, the folder of Edera's daemon,
 * and a place on every node that has zones.
 */
final class FalcoPods {
  private static final Set<String> ON_SOME_NODES =
      Set.of("Deployment", "ReplicaSet", "ReplicationController", "StatefulSet");

  private FalcoPods() {}

  static void check(PodView pod, FalcoSetup setup, Reporter reporter) {
    if (ZoneState.of(pod, reporter.cluster()) == ZoneState.EDERA) {
      reporter
          .violated(
              pod.spec().get("runtimeClassName"),
              "Falco runs in a zone of its own: it sees neither the node nor the other zones")
          .guidance(
              "Run Falco on the node, without a zone, and record the exceptions that it needs "
                  + "there.");
      return;
    }
    if (setup.plugin().isPresent()) {
      checkDaemon(pod, reporter);
      checkKind(pod, setup, reporter);
    }
    checkNodes(pod, setup, reporter);
  }

  private static void checkDaemon(PodView pod, Reporter reporter) {
    Set<String> volumes =
        pod.spec().get("volumes").items().stream()
            .filter(FalcoPods::reachesDaemon)
            .map(v -> v.get("name").raw())
            .collect(Collectors.toSet());
    if (volumes.isEmpty()) {
      reporter
          .violated(
              pod.spec().get("volumes"),
              "Falco does not mount %s of the node: the plugin finds neither its library nor the socket of Edera's daemon"
                  .formatted(FalcoRunner.DAEMON))
          .guidance(
              "Mount it as hostPath in Falco's namespace only, and record an exception from "
                  + "host-path-volume for Falco.");
      return;
    }
    Optional<ContainerView> falco = FalcoRunner.container(pod);
    if (falco.isPresent()
        && falco.get().at().get("volumeMounts").items().stream()
            .noneMatch(m -> m.isPlaceholder() || volumes.contains(m.get("name").raw()))) {
      reporter
          .violated(
              falco.get().at().get("volumeMounts"),
              "The pod has %s of the node as a volume, and its container %s does not mount it: the plugin finds neither its library nor the socket of Edera's daemon"
                  .formatted(FalcoRunner.DAEMON, falco.get().name()))
          .guidance("Mount the volume in the container of Falco, at the same path.");
    }
  }

  /** Replicas come to as many nodes as there are of them, and not to those that have zones. */
  private static void checkKind(PodView pod, FalcoSetup setup, Reporter reporter) {
    if (ON_SOME_NODES.contains(pod.object().kind())
        && setup.runners().stream().allMatch(r -> ON_SOME_NODES.contains(r.object().kind()))) {
      reporter
          .violated(
              pod.object().root().get("kind"),
              "Falco is a %s: its replicas run on some nodes only, and the zones on all other nodes are not watched"
                  .formatted(pod.object().kind()))
          .guidance("Run Falco as a DaemonSet on every node that has zones.");
    }
  }

  private static void checkNodes(PodView pod, FalcoSetup setup, Reporter reporter) {
    List<PodView> watching = watching(setup, reporter.cluster());
    boolean nodesAreOpen = !reporter.cluster().objects("Node").isEmpty();
    for (KubeObject runtimeClass : reporter.cluster().objects("RuntimeClass")) {
      if (runtimeClass.root().get("handler").raw().equals(ZoneState.HANDLER)
          && (nodesAreOpen
              ? missesNode(pod, watching, runtimeClass, reporter)
              : missesClass(pod, watching, runtimeClass, reporter))) {
        return;
      }
    }
  }

  /** All of Falco that is opened and not in a zone: one part of the nodes may have one of it. */
  private static List<PodView> watching(FalcoSetup setup, ClusterLookup cluster) {
    List<PodView> pods = new ArrayList<>();
    for (Seen runner : setup.runners()) {
      for (KubeObject object : cluster.objects(runner.object().kind())) {
        if (ObjectRef.of(object).equals(runner.object())) {
          PodViews.of(object).stream()
              .filter(p -> FalcoRunner.container(p).isPresent())
              .filter(p -> ZoneState.of(p, cluster) != ZoneState.EDERA)
              .forEach(pods::add);
        }
      }
    }
    return pods;
  }

  private static boolean missesNode(
      PodView pod, List<PodView> watching, KubeObject runtimeClass, Reporter reporter) {
    Optional<KubeObject> missed = ZoneNodes.missed(watching, runtimeClass, reporter.cluster());
    missed.ifPresent(node ->
        reporter
            .violated(
                pod.spec().get("nodeSelector"),
                "Falco cannot run on node %s, which holds pods of RuntimeClass %s: by its labels or its taints; the zones there are not watched"
                    .formatted(node.name(), runtimeClass.name()))
            .related(node, node.root().get("metadata", "name"), "has zones and no Falco")
            .guidance(
                "Let Falco run on every node that has zones: no label that these nodes lack, and a"
                    + " toleration for each of their taints."));
    return missed.isPresent();
  }

  private static boolean missesClass(
      PodView pod, List<PodView> watching, KubeObject runtimeClass, Reporter reporter) {
    if (watching.stream()
        .noneMatch(p ->
            DemandReader.ofClass(runtimeClass).meets(DemandReader.read(p, Optional.empty())))) {
      reporter
          .violated(
              pod.spec().get("nodeSelector"),
              "Falco cannot run on the nodes of RuntimeClass %s: the zones there are not watched"
                  .formatted(runtimeClass.name()))
          .related(
              runtimeClass,
              runtimeClass.root().get("scheduling", "nodeSelector"),
              "names the nodes that have zones")
          .guidance("Let Falco run on every node that has zones.");
      return true;
    }
    Optional<YamlCursor> taint = ZoneNodes.tolerated(watching, runtimeClass);
    taint.ifPresent(toleration ->
        reporter
            .undetermined(
                pod.spec().get("tolerations"),
                "The pods of RuntimeClass %s tolerate the taint %s and Falco does not: whether it runs on the nodes that have zones is not known"
                    .formatted(runtimeClass.name(), toleration.get("key").raw()))
            .related(runtimeClass, toleration, "tolerates a taint of the nodes that have zones")
            .guidance(
                "Give Falco the same toleration, or open the Node objects to show that their "
                    + "taints do not keep it away."));
    return taint.isPresent();
  }

  private static boolean reachesDaemon(YamlCursor volume) {
    String path = volume.get("hostPath", "path").raw().replaceAll("/+$", "");
    return volume.get("hostPath").isMapping()
        && (path.isEmpty()
            || path.equals(FalcoRunner.DAEMON)
            || FalcoRunner.DAEMON.startsWith(path + "/"));
  }
}
