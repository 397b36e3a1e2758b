package dev.zonewright.report.compare;

/** A baseline or review that nothing can be compared with; the message says why and what to do. */
public final class UnusableBaselineException extends Exception {
  private static final long serialVersionUID = 1;

  UnusableBaselineException(String message) {
    super(message);
  }
}
