package dev.zonewright.kube.placement;

import dev.zonewright.kube.ClusterLookup;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * The nodes that hold the pods of a RuntimeClass, and whether other pods come to each of them: what
 * watches zones must be on every node that has some.
 */
public final class ZoneNodes {
  /** Kubernetes sets these while a node is in trouble; no manifest is about them. */
  private static final String TRANSIENT = "node.kubernetes.io/";

  private ZoneNodes() {}

  /** The first open node with pods of the class to which none of the watching pods can come. */
  public static Optional<KubeObject> missed(
      List<PodView> watching, KubeObject runtimeClass, ClusterLookup cluster) {
    return cluster.objects("Node").stream()
        .filter(n -> holds(OpenNodes.read(n), runtimeClass))
        .filter(n -> watching.stream().noneMatch(pod -> comes(pod, OpenNodes.read(n))))
        .findFirst();
  }

  /**
   * A taint that the pods of the class are said to tolerate, and none of the watching pods does: a
   * sign that their nodes have it, and no proof.
   */
  public static Optional<YamlCursor> tolerated(List<PodView> watching, KubeObject runtimeClass) {
    return runtimeClass.root().get("scheduling", "tolerations").items().stream()
        .filter(t -> t.isMapping() && t.entries().stream().noneMatch(YamlCursor::isPlaceholder))
        .filter(t -> !t.get("key").raw().isEmpty() && !t.get("key").raw().startsWith(TRANSIENT))
        .filter(t -> !t.get("effect").raw().equals("PreferNoSchedule"))
        .filter(t -> watching.stream().noneMatch(pod -> tolerates(pod, t)))
        .findFirst();
  }

  private static boolean holds(OpenNodes.Node node, KubeObject runtimeClass) {
    NodeDemand demand = DemandReader.ofClass(runtimeClass);
    List<Toleration> tolerations = Toleration.ofClass(runtimeClass);
    // its own label makes it a node of the class, whoever tolerates what else is there
    return demand.isMetBy(node.labels())
        && (demand.isSelective() || Toleration.allow(tolerations, lasting(node)));
  }

  private static boolean comes(PodView pod, OpenNodes.Node node) {
    return DemandReader.read(pod, Optional.empty()).isMetBy(node.labels())
        && Toleration.allow(Toleration.of(pod, Optional.empty()), lasting(node));
  }

  private static List<Toleration.Taint> lasting(OpenNodes.Node node) {
    return node.taints().stream().filter(t -> !t.key().startsWith(TRANSIENT)).toList();
  }

  // one of another value of the same taint may be all that the nodes have, so it counts
  private static boolean tolerates(PodView pod, YamlCursor of) {
    return Toleration.of(pod, Optional.empty()).stream()
        .anyMatch(own -> own.isFor(of.get("key").raw(), of.get("effect").raw()));
  }
}
