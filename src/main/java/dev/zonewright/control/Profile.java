package dev.zonewright.control;

/**
 * What a reviewer may set.
 *
 * @param zoneKernelImage what {@code dev.edera/kernel} is set to when it is absent
 * @param tokenSeconds how long a projected ServiceAccount token may be good for, at most
 * @param exceptionDays how long an exception may run, at most
 */
public record Profile(String name, String zoneKernelImage, long tokenSeconds, int exceptionDays) {
  /** Edera's reference architecture as published. */
  public static final Profile EDERA_REFERENCE =
      new Profile("Edera reference", "ghcr.io/edera-dev/zone-kernel:latest", 3600, 180);
}
