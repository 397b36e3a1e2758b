package dev.zonewright.risk;

import java.util.Locale;

/** What is left of a risk when the mitigations are counted; the worst first. */
public enum ResidualLevel {
  /** Something in the manifests raises the risk, and nothing there answers it. */
  OPEN,
  /** The manifests cannot show it, or hold a value that is filled in later. */
  UNDETERMINED,
  /** Some of what answers it is in place, some is missing. */
  REDUCED,
  /** Everything that manifests can show to answer it is in place. */
  CONTROLLED,
  /** No control for it is analysed yet. */
  NOT_ASSESSED;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
