package dev.zonewright.workspace;

/** What came of saving a file. */
public sealed interface SaveOutcome {
  /** The file holds the new text. */
  record Saved(OpenedFile file) implements SaveOutcome {}

  /** Someone else wrote the file since it was read; nothing is written. */
  record ChangedOnDisk(String what) implements SaveOutcome {}

  /**
   * Nothing is written.
   *
   * @param what what went wrong
   * @param cure what to do about it
   */
  record Failed(String what, String cure) implements SaveOutcome {}
}
