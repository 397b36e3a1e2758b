package dev.zonewright.report.compare;

import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.chain.Chain;

/**
 * How an account stands to a power.
 *
 * @param account {@code NAMESPACE/NAME}
 */
public record Right(String account, Power power, Chain.Outcome outcome) {
  /** Whose it is, and which. */
  record Key(String account, Power power) {}

  Key key() {
    return new Key(account, power);
  }
}
