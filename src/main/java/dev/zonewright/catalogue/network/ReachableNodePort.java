package dev.zonewright.catalogue.network;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.network.Destinations;
import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PolicyReader;
import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.kube.network.policy.Rule;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fields: the egress rules of a NetworkPolicy. Accepted: none that opens TCP 10250, 10255, 22,
 * 10249 or 6443 towards an address that a node can have. Nodes have the addresses that the review
 * file gives them, else private ones.
 */
public final class ReachableNodePort implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          ReachableNodePort.class,
          "Reachable node port",
          "An egress rule opens ports of nodes, such as the kubelet's",
          Severity.HIGH);

  private static final String WHAT = "ports of nodes";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    Peers.unclear(object, Direction.EGRESS, WHAT, reporter);
    Optional<Policy> policy = PolicyReader.judged(object);
    if (policy.isPresent() && policy.get().types().contains(Direction.EGRESS)) {
      policy.get().egress().forEach(rule -> rule(object, rule, reporter));
    }
  }

  private static void rule(KubeObject object, Rule rule, Reporter reporter) {
    String ports =
        Destinations.NODE_PORTS.keySet().stream()
            .sorted()
            .filter(port -> rule.opens(Protocol.TCP, port))
            .map(port -> port + " (" + Destinations.NODE_PORTS.get(port) + ")")
            .collect(Collectors.joining(", "));
    if (ports.isEmpty()) {
      return;
    }
    Readings readings = reporter.profile().readings();
    AddressSet nodes = Destinations.nodes(readings);
    AddressSet open = rule.addresses().intersect(nodes);
    if (open.isEmpty()) {
      Peers.unclear(object, rule, _ -> true, WHAT, reporter);
      return;
    }
    Reporter.FindingBuilder finding =
        reporter.violated(
            Peers.firstBlock(object, rule, nodes),
            "Rule %d opens %s at addresses that nodes can have: %s"
                .formatted(rule.number(), ports, open));
    boolean given = !readings.nodeRanges().isEmpty();
    RuleFixes.except(
            rule,
            given ? readings.nodeRanges() : Destinations.PRIVATE,
            nodes,
            given ? "the addresses of nodes" : "private addresses")
        .ifPresent(finding::fix);
    RuleFixes.ports(rule).ifPresent(finding::fix);
    finding.guidance(
        (given
                ? ""
                : "The addresses of nodes are not given (nodeRanges in the review file): they "
                    + "are assumed to be private. ")
            + "Name the destinations that are needed, with their ports. Even then a pod may always"
            + " reach the node that it runs on: only a firewall of the node closes that.");
  }
}
