package dev.zonewright.control;

/**
 * What a reviewer may set.
 *
 * @param zoneKernelImage what {@code dev.edera/kernel} is set to when it is absent
 */
public record Profile(String name, String zoneKernelImage) {
  /** Edera's reference architecture as published. */
  public static final Profile EDERA_REFERENCE =
      new Profile("Edera reference", "ghcr.io/edera-dev/zone-kernel:latest");
}
