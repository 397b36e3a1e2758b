package dev.zonewright.checklist;

import java.util.Locale;

/** How an item of the checklist is answered for a tenant. */
public enum ItemState {
  /** The opened manifests show that it holds. */
  SATISFIED,
  /** The opened manifests show that it does not hold. */
  VIOLATED,
  /** They do not tell; the evidence says what would. Never a pass. */
  UNDETERMINED,
  /** They do not tell, and a person attests it. */
  ATTESTED;

  /** As reports write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
