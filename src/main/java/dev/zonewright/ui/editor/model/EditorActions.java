package dev.zonewright.ui.editor.model;

import dev.zonewright.analysis.LocatedFinding;
import java.util.Optional;
import javafx.geometry.Bounds;

/** What the editor asks of the window around it. */
public interface EditorActions {
  void nextFinding();

  void previousFinding();

  /** The finding that is chosen in the window, in whichever file; empty where none is. */
  default Optional<LocatedFinding> chosen() {
    return Optional.empty();
  }

  /** Whether the pod of a finding is known to run outside of any zone. */
  default boolean isOnHost(LocatedFinding finding) {
    return false;
  }

  /**
   * Opens the fix menu.
   *
   * @param finding the chosen one if it is on the caret's line, else the one at the caret
   * @param key where its key is on the screen
   */
  void showFixes(LocatedFinding finding, Bounds key);

  /** Goes on to the next place that the chosen finding rests on, and at last back to it. */
  default void nextPlace() {}

  /** Shows the page of the finding's control. */
  void explain(LocatedFinding finding);

  void save();
}
