package dev.zonewright.kube.evidence;

import java.util.Optional;

/**
 * Whether a change may be made unasked, and why.
 *
 * @param safe whether the manifests show that the workload goes on as before
 * @param reason one clause without a full stop
 */
public record Ground(boolean safe, String reason) {
  public static Ground safe(String reason) {
    return new Ground(true, reason);
  }

  public static Ground review(String reason) {
    return new Ground(false, reason);
  }

  /** Safe for this reason, unless there is an objection. */
  public static Ground unless(Optional<String> objection, String reason) {
    return objection.map(Ground::review).orElseGet(() -> safe(reason));
  }

  /** The first objection counts. */
  public Ground and(Ground other) {
    return safe ? other : this;
  }
}
