package dev.zonewright.control;

import java.util.Locale;

/** Whether a fix may be applied without reading it first. */
public enum FixSafety {
  /** Takes part in “fix all”. */
  SAFE,
  /** May change how the workload behaves: shown as a diff first, never applied unasked. */
  REVIEW;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
