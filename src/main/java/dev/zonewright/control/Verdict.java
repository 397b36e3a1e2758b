package dev.zonewright.control;

import java.util.Locale;

/** What a finding says; what is satisfied or not applicable gives no finding. */
public enum Verdict {
  VIOLATED,
  /**
   * The manifests do not tell: a placeholder, a value of the wrong type, an object that is not
   * opened. Never a pass.
   */
  UNDETERMINED;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
