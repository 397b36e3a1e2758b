package dev.zonewright.report;

/** Reviews that do not make one; the message names the file and what to do. */
public final class UnjoinableException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnjoinableException(String message) {
    super(message);
  }
}
