package dev.zonewright.kube.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Placed that
        && demand.equals(that.demand)
        && tolerations.equals(that.tolerations);
  }

  @Override
  public int hashCode() {
    return demand.hashCode() * 31 + tolerations.hashCode();
  }
}
