package dev.zonewright.kube.placement;

import dev.zonewright.kube.ZoneState;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decides to which nodes a workload comes, and whom it meets there.
 *
 * @param demand on the labels of the node
 * @param tolerations of its taints
 * @param zone what its pod runs in
 */
public record Placed(NodeDemand demand, List<Toleration> tolerations, ZoneState zone) {
  /** Copies the list. */
  public Placed {
    tolerations = List.copyOf(tolerations);
  }

  /**
   * Whether the two can be on one node: on one of those that are open, where any is.
   *
   * @param nodes the answer to {@link NodesTaken}
   */
  boolean meets(Placed other, Map<Placed, BitSet> nodes) {
    BitSet own = nodes.get(this);
    BitSet theirs = nodes.get(other);
    return (own == null || theirs == null) ? demand.meets(other.demand) : own.intersects(theirs);
  }

  /**
   * How much a break-out of one of the two would reach of the other, from 0, hardware alone: 3 when
   * both run on the kernel of the host, 2 when one does, 1 when one is not known to be in a zone.
   */
  int tells(Placed other) {
    int hosts = (zone == ZoneState.HOST ? 1 : 0) + (other.zone == ZoneState.HOST ? 1 : 0);
    return hosts > 0
        ? 1 + hosts
        : zone == ZoneState.UNDETERMINED || other.zone == ZoneState.UNDETERMINED ? 1 : 0;
  }

  // written out, as those of records that every analysis compares: see docs/decisions/0025
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Placed that
        && demand.equals(that.demand)
        && tolerations.equals(that.tolerations)
        && zone == that.zone;
  }

  @Override
  public int hashCode() {
    return (demand.hashCode() * 31 + tolerations.hashCode()) * 31 + zone.ordinal();
  }
}
