package dev.zonewright.report.runbook;

/**
 * The incidents that the reference architecture has steps for (its section “Incident response”).
 */
public enum Incident {
  ZONE("Zone compromise (suspected escape attempt)"),
  HYPERVISOR("Hypervisor vulnerability (Xen XSA)");

  private final String title;

  Incident(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
