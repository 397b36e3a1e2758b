package dev.zonewright.kube.network.policy;

import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a policy.
 *
 * @param number from 1 within its direction
 * @param action what becomes of what it covers
 * @param peers empty for everyone
 * @param ports empty for all
 */
public record Rule(
    int number, YamlPath path, Action action, List<Peer> peers, List<PortMatch> ports) {
  /** NetworkPolicies only allow; those of administrators also deny, or pass on. */
  public enum Action {
    ALLOW,
    DENY,
    PASS,
    /** A word that its kind does not have, or one that is filled in later. */
    UNCLEAR
  }

  public Rule {
    peers = List.copyOf(peers);
    ports = List.copyOf(ports);
  }

  /** Whether it leaves a port of an address open: named ports are those of pods. */
  public boolean opens(Protocol protocol, int port) {
    return ports.isEmpty()
        || ports.stream()
            .anyMatch(p -> p.covers(protocol, port, Optional.empty(), Readings.DOCUMENTED).isYes());
  }

  /** The addresses outside the cluster that it opens. */
  public AddressSet addresses() {
    AddressSet all = peers.isEmpty() ? AddressSet.ALL : AddressSet.NONE;
    for (Peer peer : peers) {
      all = peer instanceof Peer.Block block ? all.union(block.addresses()) : all;
    }
    return all;
  }
}
