package dev.zonewright.kube.network.policy;

import java.util.Locale;

/** Which way a connection goes, seen from a pod. */
public enum Direction {
  EGRESS("Egress", "to"),
  INGRESS("Ingress", "from");

  private final String type;
  private final String peers;

  Direction(String type, String peers) {
    this.type = type;
    this.peers = peers;
  }

  /** As {@code policyTypes} has it. */
  public String type() {
    return type;
  }

  /** The field of a spec that lists its rules, and the word in sentences. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of a rule that lists its peers. */
  public String peers() {
    return peers;
  }
}
