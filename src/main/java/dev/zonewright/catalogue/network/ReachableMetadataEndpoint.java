package dev.zonewright.catalogue.network;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.network.Destinations;
import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.Peer;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PolicyReader;
import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fields: the egress rules of a NetworkPolicy. Accepted: none that opens TCP 80 of an address from
 * which clouds hand out credentials.
 */
public final class ReachableMetadataEndpoint implements Control.OnObject {
  private static final int HTTP = 80;
  private static final Cidr LINK_LOCAL = Cidr.known("169.254.0.0/16");

  private static final ControlInfo INFO =
      Sources.info(
          ReachableMetadataEndpoint.class,
          "Reachable metadata endpoint",
          "An egress rule opens an address where clouds serve credentials",
          Severity.HIGH);

  private static final String WHAT = "the metadata services";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    Peers.unclear(object, Direction.EGRESS, WHAT, reporter);
    Optional<Policy> policy = PolicyReader.judged(object);
    if (policy.isEmpty() || !policy.get().types().contains(Direction.EGRESS)) {
      return;
    }
    for (Rule rule : policy.get().egress()) {
      AddressSet open = rule.opens(Protocol.TCP, HTTP) ? rule.addresses() : AddressSet.NONE;
      String addresses =
          Destinations.METADATA.stream()
              .filter(open::contains)
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      if (addresses.isEmpty() && rule.opens(Protocol.TCP, HTTP)) {
        Peers.unclear(object, rule, _ -> true, WHAT, reporter);
      }
      if (!addresses.isEmpty()) {
        AddressSet metadata = AddressSet.of(Destinations.METADATA.stream().map(Cidr::of).toList());
        Reporter.FindingBuilder finding =
            reporter.violated(
                Peers.firstBlock(object, rule, metadata),
                "Rule %d opens %s: what runs in the pod can request the node's credentials there"
                    .formatted(rule.number(), addresses));
        RuleFixes.except(rule, ranges(rule), metadata, "the metadata services")
            .ifPresent(finding::fix);
        RuleFixes.ports(rule).ifPresent(finding::fix);
        finding.guidance(
            "Use workload identity, and keep the node's metadata service from answering pods: "
                + "its hop limit is a setting of the cloud.");
      }
    }
  }

  /** The range of link-local addresses where it fits, else the addresses alone. */
  private static List<Cidr> ranges(Rule rule) {
    boolean wide =
        rule.peers().stream()
            .filter(Peer.Block.class::isInstance)
            .map(Peer.Block.class::cast)
            .filter(b -> b.block().contains(Cidr.of(Destinations.METADATA.getFirst())))
            .allMatch(
                b -> b.block().contains(LINK_LOCAL) && b.block().prefix() < LINK_LOCAL.prefix());
    List<Cidr> out = new ArrayList<>();
    if (wide) {
      out.add(LINK_LOCAL);
    }
    Destinations.METADATA.stream()
        .map(Cidr::of)
        .filter(c -> !wide || !LINK_LOCAL.contains(c))
        .forEach(out::add);
    return out;
  }
}
