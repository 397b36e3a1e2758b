package dev.zonewright.control;

import java.util.Locale;

/** The chapters of the catalogue. */
public enum Family {
  ZONE,
  POD,
  TOKEN,
  NETWORK,
  RBAC,
  SECRET,
  TENANCY,
  AGENT,
  MONITORING,
  MANIFEST,
  REVIEW;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
