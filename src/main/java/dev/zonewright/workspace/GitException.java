package dev.zonewright.workspace;

/** What git was asked has no answer; the message says why and what to do. */
public final class GitException extends RuntimeException {
  private static final long serialVersionUID = 1;

  GitException(String message) {
    super(message);
  }
}
