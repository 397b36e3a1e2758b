package dev.zonewright.review.edit;

import dev.zonewright.text.EditSet;

/** What writing a new entry comes to. */
public sealed interface ReviewEdit {
  /**
   * The edit is proved.
   *
   * @param file the review file
   * @param before its text; empty for a file that is not there yet
   * @param edits in offsets of the text before
   * @param isNew whether the file is not there yet
   */
  record Made(String file, String before, EditSet edits, boolean isNew) implements ReviewEdit {
    /** The text afterwards. */
    public String after() {
      return edits.apply(before);
    }
  }

  /**
   * Nothing is written.
   *
   * @param reason why, in words for a person
   */
  record Refused(String reason) implements ReviewEdit {}
}
