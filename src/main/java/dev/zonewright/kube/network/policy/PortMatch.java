package dev.zonewright.kube.network.policy;

import java.util.Optional;

/**
 * An entry of a rule's ports.
 *
 * @param protocol empty for any
 * @param from the first port; with {@code to} 1 and 65535 for any
 * @param to the last port, which counts too
 * @param name of a container port of the destination, instead of numbers; empty for none
 * @param because why it is not known; empty when it is
 */
public record PortMatch(
    Optional<Protocol> protocol, int from, int to, String name, String because) {
  /** The highest port there is. */
  public static final int LAST = 65_535;

  static PortMatch any(Protocol protocol) {
    return new PortMatch(Optional.of(protocol), 1, LAST, "", "");
  }

  static PortMatch unclear(String because) {
    return new PortMatch(Optional.empty(), 1, LAST, "", because);
  }

  /** Whether it leaves no port of its protocol out. */
  public boolean isAnyPort() {
    return name.isEmpty() && from == 1 && to == LAST;
  }

  /**
   * Whether it covers a port.
   *
   * @param destination the pod that named ports are looked up on; empty for addresses
   */
  public Match covers(
      Protocol asked, int port, Optional<NetworkPod> destination, Readings readings) {
    if (!because.isEmpty()) {
      return Match.unknown(because);
    }
    if (protocol.isPresent() && protocol.get() != asked) {
      return Match.NO;
    }
    if (name.isEmpty()) {
      return Match.of(from <= port && port <= to);
    }
    return destination.map(p -> p.hasPort(name, asked, port, readings)).orElse(Match.NO);
  }

  @Override
  public String toString() {
    String what =
        name.isEmpty() ? isAnyPort() ? "any" : from == to ? from + "" : from + "-" + to : name;
    return protocol.map(Protocol::name).orElse("any protocol") + " " + what;
  }
}
