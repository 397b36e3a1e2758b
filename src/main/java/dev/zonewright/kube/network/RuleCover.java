package dev.zonewright.kube.network;

import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.address.Cidr;
import dev.zonewright.kube.network.policy.AdminPolicy;
import dev.zonewright.kube.network.policy.Match;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Peer;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PortMatch;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.kube.network.policy.Rule;
import dev.zonewright.kube.network.policy.SelectorIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Says which part of the other end a rule covers. */
final class RuleCover {
  private final NetworkModel model;
  private final Readings readings;

  // by namespace; every question about its pods asks for them
  private final Map<String, SelectorIndex<Policy>> policies = new ConcurrentHashMap<>();

  RuleCover(NetworkModel model, Readings readings) {
    this.model = model;
    this.readings = readings;
  }

  /**
   * The part that a rule covers.
   *
   * @param home the namespace of the policy; empty for that of an administrator
   * @param whole what stands for the other end as a whole
   */
  Cover of(
      Rule rule,
      String home,
      Endpoint other,
      AddressSet whole,
      Endpoint destination,
      Question question) {
    Match ports = ports(rule, destination, question);
    if (ports.isNo()) {
      return Cover.NOTHING;
    }
    Cover peers = rule.peers().isEmpty() ? Cover.all(whole) : Cover.NOTHING;
    for (Peer peer : rule.peers()) {
      peers = peers.or(peer(peer, home, other, whole));
    }
    return peers.and(Cover.of(ports, whole));
  }

  /** The policies that may be about a pod, in the order of the manifests; the others are not. */
  List<Policy> policies(NetworkPod pod) {
    return policies
        .computeIfAbsent(
            pod.namespace(), of -> SelectorIndex.of(model.policiesOf(of), Policy::pods))
        .near(pod.labels());
  }

  /** Whether an admin policy is about a pod. */
  Match subject(AdminPolicy policy, NetworkPod pod) {
    Match any = Match.NO;
    for (Peer peer : policy.subjects()) {
      any = any.or(pod(peer, "", pod));
    }
    return any;
  }

  private Match ports(Rule rule, Endpoint destination, Question question) {
    Match any = Match.of(rule.ports().isEmpty());
    Optional<NetworkPod> pod =
        destination instanceof Endpoint.OfPod(NetworkPod at) ? Optional.of(at) : Optional.empty();
    for (PortMatch port : rule.ports()) {
      any = any.or(port.covers(question.protocol(), question.port(), pod, readings));
    }
    return any;
  }

  private Cover peer(Peer peer, String home, Endpoint other, AddressSet whole) {
    return switch (other) {
      case Endpoint.OfPod(NetworkPod pod) -> Cover.of(pod(peer, home, pod), whole);
      case Endpoint.OfAddresses at -> addresses(peer, at, whole);
    };
  }

  private Match pod(Peer peer, String home, NetworkPod pod) {
    return switch (peer) {
      case Peer.Pods p -> {
        Match namespace =
            p.namespaces().isPresent()
                ? p.namespaces().get().matches(model.labelsOf(pod.namespace(), readings))
                : Match.of(home.equals(pod.namespace()));
        Match labels = p.pods().map(s -> s.matches(pod.labels())).orElse(Match.YES);
        yield namespace.and(labels).and(pod.isPoliced(readings));
      }
      // the blocks of administrators are about traffic within the cluster as well
      case Peer.Block block ->
          home.isEmpty() || readings.ipBlockMatchesPods() ? block(block, pod) : Match.NO;
      case Peer.Nodes nodes -> pod.hostNetwork().and(anyOf(nodes));
      case Peer.Unclear unclear -> Match.unknown(unclear.because());
    };
  }

  private static Match anyOf(Peer.Nodes nodes) {
    return nodes.nodes().isEverything()
        ? Match.YES
        : Match.unknown("the labels of nodes are not known");
  }

  private Match block(Peer.Block block, NetworkPod pod) {
    Match onNode = pod.hostNetwork();
    Match asNode = within(block, readings.nodeRanges(), "nodes");
    Match asPod = within(block, readings.podRanges(), "pods");
    return onNode.and(asNode).or(onNode.not().and(asPod));
  }

  /**
   * Without a range, IPv4 is taken to be the family; a block of IPv6 may hold them all the same.
   */
  private static Match within(Peer.Block block, List<Cidr> ranges, String whose) {
    AddressSet addresses = ranges.isEmpty() ? AddressSet.of(Cidr.V4) : AddressSet.of(ranges);
    AddressSet held = block.addresses();
    if (ranges.isEmpty() && !held.meets(addresses)) {
      return Match.unknown("whether " + whose + " have addresses of IPv6 is not given");
    }
    if (held.contains(addresses)) {
      return Match.YES;
    }
    return held.meets(addresses)
        ? Match.unknown(
            "the addresses of " + whose + " are not known well enough for " + block.path())
        : Match.NO;
  }

  /** An address that somebody types is a node's where the ranges of nodes say so, else perhaps. */
  private Cover nodes(Match labels, Endpoint.OfAddresses at, AddressSet whole) {
    AddressSet part = at.node() ? whole : Destinations.nodes(readings).intersect(whole);
    return at.node() || !readings.nodeRanges().isEmpty()
        ? Cover.of(labels, part)
        : Cover.maybe(part, "the addresses of nodes are not given");
  }

  private Cover addresses(Peer peer, Endpoint.OfAddresses at, AddressSet whole) {
    AddressSet services = AddressSet.of(readings.serviceRanges()).intersect(whole);
    String behind = "whether a rule sees a Service or what is behind it depends on the plugin";
    return switch (peer) {
      case Peer.Pods _ -> Cover.maybe(services, behind);
      case Peer.Block block ->
          Cover.all(block.addresses().intersect(whole).minus(services))
              .or(Cover.maybe(services, behind));
      case Peer.Nodes nodes -> nodes(anyOf(nodes), at, whole);
      case Peer.Unclear unclear -> Cover.maybe(whole, unclear.because());
    };
  }
}
