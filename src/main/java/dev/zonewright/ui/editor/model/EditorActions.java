package dev.zonewright.ui.editor.model;

import dev.zonewright.analysis.LocatedFinding;
import javafx.geometry.Bounds;

/** What the editor asks of the window around it. */
public interface EditorActions {
  void nextFinding();

  void previousFinding();

  /**
   * Opens the fix menu.
   *
   * @param finding the one at the caret, the gravest on its line
   * @param key where its key stands on the screen
   */
  void showFixes(LocatedFinding finding, Bounds key);

  /** Shows the page of the finding's control. */
  void explain(LocatedFinding finding);

  void save();
}
