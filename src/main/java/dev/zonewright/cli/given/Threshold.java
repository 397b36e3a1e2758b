package dev.zonewright.cli.given;

import dev.zonewright.control.Severity;
import java.util.Locale;

/** The severities that can make a run fail; a note never does. */
public enum Threshold {
  CRITICAL(Severity.CRITICAL),
  HIGH(Severity.HIGH),
  MEDIUM(Severity.MEDIUM),
  LOW(Severity.LOW);

  private final Severity severity;

  Threshold(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** The word on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
