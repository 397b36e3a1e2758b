package dev.zonewright.ui.editor.paint;

import dev.zonewright.control.Severity;
import javafx.scene.layout.Region;

/** A severity as a small shape in its colour: told apart by either alone. */
public final class SeverityMark extends Region {
  public SeverityMark(Severity severity) {
    getStyleClass().addAll("zw-severity", severity.word());
    setAccessibleText(severity.word());
  }
}
