package dev.zonewright.workspace;

import dev.zonewright.text.Unreadable;

/** What came of reading the bytes of a file. */
sealed interface ReadOutcome {
  /** All bytes of the file; made to be looked at once, never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  record Whole(byte[] bytes) implements ReadOutcome {}

  /** Nothing is read. */
  record Refused(String what, String cure) implements ReadOutcome {
    Unreadable in(String file) {
      return new Unreadable(file, 1, what, cure);
    }
  }
}
