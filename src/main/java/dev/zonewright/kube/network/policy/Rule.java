package dev.zonewright.kube.network.policy;

import dev.zonewright.yaml.YamlPath;
import java.util.List;

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
    PASS
  }

  public Rule {
    peers = List.copyOf(peers);
    ports = List.copyOf(ports);
  }
}
