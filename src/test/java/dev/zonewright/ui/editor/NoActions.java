package dev.zonewright.ui.editor;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.editor.model.EditorActions;
import javafx.geometry.Bounds;

/** A window that answers nothing, for tests of the editor alone. */
public class NoActions implements EditorActions {
  @Override
  public void nextFinding() {}

  @Override
  public void previousFinding() {}

  @Override
  public void showFixes(LocatedFinding finding, Bounds key) {}

  @Override
  public void explain(LocatedFinding finding) {}

  @Override
  public void save() {}
}
