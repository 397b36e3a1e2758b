package dev.zonewright.checklist;

import java.util.Locale;

/** The five groups of the checklist. Source: Edera security reference architecture, Hardening. */
public enum ChecklistGroup {
  ADMISSION("Admission"),
  NETWORK("Network"),
  SECRETS("Secrets"),
  EDERA("Edera"),
  MONITORING("Monitoring");

  private final String title;

  ChecklistGroup(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** As the JSON and the review file write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
