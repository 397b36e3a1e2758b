package dev.zonewright.ui.findings;

import dev.zonewright.control.Finding;

/** How a finding can be closed. */
public enum FixKind {
  SAFE("one click"),
  REVIEW("review"),
  BY_HAND("by hand");

  private final String word;

  FixKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static FixKind of(Finding finding) {
    if (finding.fixes().isEmpty()) {
      return BY_HAND;
    }
    return finding.safeFix().isPresent() ? SAFE : REVIEW;
  }
}
