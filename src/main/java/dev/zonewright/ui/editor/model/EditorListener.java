package dev.zonewright.ui.editor.model;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextRange;

/** Hears of changes of a text in an editor after they are made. */
public interface EditorListener {
  /** Another text was loaded. */
  void loaded();

  /**
   * The text was edited.
   *
   * @param edits in offsets of the text before
   * @param inverse the edits that take them back, in offsets of the text after
   * @param typed whether the edit came from the view, which shows it already
   */
  void edited(EditSet edits, EditSet inverse, boolean typed);

  /** Somebody writes: the edit that was just made came from a key. */
  default void keyed() {}

  /** A range is to be shown, with the caret at its start. */
  default void revealed(TextRange range) {}

  /** A range is to be selected and shown, with the caret at its end. */
  default void selected(TextRange range) {}

  /** Other findings, or none, on some lines. */
  default void marked() {}
}
