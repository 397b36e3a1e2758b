package dev.zonewright.analysis.across;

/** Ends the making of a fix that cannot be made; it never leaves this package. */
final class FixStop extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  FixStop(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
