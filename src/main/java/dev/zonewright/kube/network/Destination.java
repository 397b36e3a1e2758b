package dev.zonewright.kube.network;

import dev.zonewright.kube.network.policy.Protocol;
import java.util.List;
import java.util.OptionalInt;

/**
 * Something that a workload may or may not reach.
 *
 * @param protocols which are asked about
 * @param port empty for any port
 */
public record Destination(
    Group group, String label, Endpoint endpoint, List<Protocol> protocols, OptionalInt port) {
  /** The chapters in which destinations are shown. */
  public enum Group {
    NODE("node"),
    METADATA("metadata"),
    DNS("dns"),
    INTERNET("internet"),
    WORKLOAD("workload"),
    ADDRESS("address");

    private final String word;

    Group(String word) {
      this.word = word;
    }

    /** The word of commands and reports. */
    public String word() {
      return word;
    }
  }

  public Destination {
    protocols = List.copyOf(protocols);
  }

  /** The same on another port or with other protocols. */
  public Destination on(List<Protocol> otherProtocols, OptionalInt otherPort) {
    return new Destination(group, label, endpoint, otherProtocols, otherPort);
  }
}
