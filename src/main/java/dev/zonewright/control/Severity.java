package dev.zonewright.control;

import java.util.Locale;

/** How severe a finding is; the most severe first. */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  NOTE;

  /** One step more severe; critical stays critical. */
  public Severity raised() {
    return this == CRITICAL ? CRITICAL : values()[ordinal() - 1];
  }

  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
