package dev.zonewright.kube.network;

import dev.zonewright.kube.ObjectRef;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.Match;
import java.util.List;

/**
 * What one end of a connection says.
 *
 * @param direction seen from this end
 * @param selecting the policies that isolate it in this direction, those that may included
 * @param openings the rules of them that open the connection, in the order of the manifests
 * @param refusals the rules of administrators that refuse it
 * @param open the part of the other end that this end lets through
 * @param isolated whether a policy isolates it
 */
public record Side(
    Direction direction,
    List<ObjectRef> selecting,
    List<Opening> openings,
    List<Opening> refusals,
    Cover open,
    Match isolated) {
  public Side {
    selecting = List.copyOf(selecting);
    openings = List.copyOf(openings);
    refusals = List.copyOf(refusals);
  }
}
