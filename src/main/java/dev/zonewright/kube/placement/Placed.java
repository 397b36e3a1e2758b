package dev.zonewright.kube.placement;

import java.util.List;

/**
 * What decides to which nodes a workload comes.
 *
 * @param demand on the labels of the node
 * @param tolerations of its taints
 */
public record Placed(NodeDemand demand, List<Toleration> tolerations) {
  /** Copies the list. */
  public Placed {
    tolerations = List.copyOf(tolerations);
  }

  /** Whether the two can be on one node: on one of those that are open, where any is. */
  boolean meets(Placed other, List<OpenNodes.Node> nodes) {
    return nodes.isEmpty()
        ? demand.meets(other.demand)
        : nodes.stream().anyMatch(node -> node.takes(this) && node.takes(other));
  }
}
