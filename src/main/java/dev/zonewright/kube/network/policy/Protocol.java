package dev.zonewright.kube.network.policy;

import java.util.Optional;

/** The protocols that policies know. */
public enum Protocol {
  TCP,
  UDP,
  SCTP;

  /** The protocol as Kubernetes writes it, in capitals. */
  public static Optional<Protocol> of(String word) {
    for (Protocol protocol : values()) {
      if (protocol.name().equals(word)) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }
}
