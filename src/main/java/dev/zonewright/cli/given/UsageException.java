package dev.zonewright.cli.given;

/** A command line that says nothing we can do; the message says what is wrong with it. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
