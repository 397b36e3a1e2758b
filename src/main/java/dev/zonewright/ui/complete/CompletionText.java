package dev.zonewright.ui.complete;

import dev.zonewright.text.TextEdit;

/** The text that is completed, with lines that its area does not show. */
public interface CompletionText extends TextLines {
  /** Whether it is a review file, which has keys of its own. */
  boolean isReview();

  /** The line of the caret, from 0. */
  int caretLine();

  /**
   * Makes an edit of a line, as one step that undo takes back, and moves the caret.
   *
   * @param inLine in columns of the line, from 0
   * @param caret from the start of the edit
   */
  void write(int line, TextEdit inLine, int caret);
}
