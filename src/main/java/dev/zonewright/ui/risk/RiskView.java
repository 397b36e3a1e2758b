package dev.zonewright.ui.risk;

import java.util.Locale;

/** What the panel at the right shows. */
public enum RiskView {
  RISK("Residual risk"),
  CHECKLIST("Checklist"),
  CONTROL("Control");

  private final String title;

  RiskView(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** The id of the button that chooses it. */
  public String id() {
    return "risk-view-" + name().toLowerCase(Locale.ROOT);
  }
}
