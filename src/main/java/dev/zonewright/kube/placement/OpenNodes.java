package dev.zonewright.kube.placement;

import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.query.BaseQuery;
import dev.zonewright.kube.query.Cluster;
import dev.zonewright.kube.query.Query;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The nodes among the opened manifests: where there are any, they are taken for all there are. */
public record OpenNodes() implements Query<List<OpenNodes.Node>> {
  /** What a node lets come to it. */
  public record Node(Map<String, String> labels, List<Toleration.Taint> taints) {
    /** Copies both. */
    public Node {
      labels = Map.copyOf(labels);
      taints = List.copyOf(taints);
    }

    /** Whether a workload can be scheduled to it. */
    boolean takes(Placed workload) {
      return Toleration.allow(workload.tolerations(), taints) && workload.demand().isMetBy(labels);
    }
  }

  @Override
  public List<Node> answer(Cluster cluster) {
    List<Node> out = new ArrayList<>();
    for (KubeObject object : cluster.ask(new BaseQuery.OfKind("Node"))) {
      out.add(read(object));
    }
    return out;
  }

  /** What a Node object says of the node. */
  static Node read(KubeObject object) {
    Map<String, String> labels = new TreeMap<>();
    for (YamlCursor entry : object.root().get("metadata", "labels").entries()) {
      labels.put(entry.key(), entry.raw());
    }
    List<Toleration.Taint> taints =
        object.root().get("spec", "taints").items().stream()
            .map(t ->
                new Toleration.Taint(
                    t.get("key").raw(), t.get("value").raw(), t.get("effect").raw()))
            .toList();
    return new Node(labels, taints);
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OpenNodes;
  }

  @Override
  public int hashCode() {
    return 907;
  }
}
