package dev.zonewright.cli;

/** A command line that says nothing we can do; the message says what is wrong with it. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
