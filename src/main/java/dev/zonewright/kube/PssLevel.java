package dev.zonewright.kube;

import java.util.Locale;

/**
 * The strictest Pod Security Standards level that a pod meets. Source: Kubernetes, Pod Security
 * Standards.
 */
public enum PssLevel {
  PRIVILEGED,
  BASELINE,
  RESTRICTED,
  /** A field that decides holds a placeholder or a value of the wrong type. */
  UNDETERMINED;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
