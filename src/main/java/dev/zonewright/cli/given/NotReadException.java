package dev.zonewright.cli.given;

/** Something beside the manifests that was named cannot be read; ends the run with code 3. */
public final class NotReadException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Says so.
   *
   * @param message what, why, and what to do
   */
  public NotReadException(String message) {
    super(message);
  }
}
