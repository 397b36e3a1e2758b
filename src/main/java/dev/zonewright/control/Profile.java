package dev.zonewright.control;

import dev.zonewright.kube.network.policy.Readings;

/**
 * What a reviewer may set.
 *
 * @param zoneKernelImage what {@code dev.edera/kernel} is set to when it is absent
 * @param tokenSeconds how long a projected ServiceAccount token may be good for, at most
 * @param exceptionDays how long an exception may run, at most
 * @param readings how the open questions of NetworkPolicy are read, and the addresses of the
 *     cluster
 */
public record Profile(
    String name, String zoneKernelImage, long tokenSeconds, int exceptionDays, Readings readings) {
  /** Edera's reference architecture as published. */
  public static final Profile EDERA_REFERENCE =
      new Profile(
          "Edera reference",
          "ghcr.io/edera-dev/zone-kernel:latest",
          3600,
          180,
          Readings.DOCUMENTED);

  /** The same with another reading of the network. */
  public Profile reading(Readings other) {
    return new Profile(name, zoneKernelImage, tokenSeconds, exceptionDays, other);
  }
}
