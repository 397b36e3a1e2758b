package dev.zonewright.ui.editor.paint;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.model.EditorModel;
import java.util.Arrays;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** All findings of the text at a glance, beside the scroll bar; a click jumps. */
public final class OverviewStripe extends Pane {
  private static final double WIDTH = 14;
  private static final double MARK_HEIGHT = 3;
  private static final double LINE = 21;
  private static final double REACH = 6;

  private final EditorModel model;
  private Severity[] drawn = {};
  private double lineHeight = LINE;

  public OverviewStripe(EditorModel model) {
    this.model = model;
    getStyleClass().add("zw-stripe");
    setAccessibleText("Overview of findings");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setOnMousePressed(e -> jump(e.getY()));
    heightProperty().addListener(_ -> repaint());
  }

  /** Draws the marks anew where they changed; of those that fall together the most severe shows. */
  public void repaint() {
    double pitch = pitch();
    Severity[] slots = new Severity[(int) (Math.max(0, getHeight()) / MARK_HEIGHT) + 1];
    for (LocatedFinding finding : model.findings()) {
      double y = (finding.start().line() - 0.5) * pitch;
      int slot = Math.min(slots.length - 1, (int) (y / MARK_HEIGHT));
      Severity severity = finding.finding().severity();
      if (slots[slot] == null || severity.atLeast(slots[slot])) {
        slots[slot] = severity;
      }
    }
    if (Arrays.equals(slots, drawn)) {
      return;
    }
    drawn = slots;
    getChildren().clear();
    for (int slot = 0; slot < slots.length; slot++) {
      if (slots[slot] != null) {
        getChildren().add(mark(slots[slot], slot));
      }
    }
  }

  private static Region mark(Severity severity, int slot) {
    Region mark = new Region();
    mark.getStyleClass().addAll("zw-stripe-mark", severity.word());
    mark.resizeRelocate(3, slot * MARK_HEIGHT, WIDTH - 6, MARK_HEIGHT);
    mark.setManaged(false);
    return mark;
  }

  /** A text shorter than the window has its marks beside its lines. */
  private double yOf(int line) {
    return (line + 0.5) * pitch();
  }

  private double pitch() {
    return Math.min(lineHeight, getHeight() / model.buffer().lineCount());
  }

  /** Takes the height of a line of the text, which is what a line of a short text gets here. */
  public void setLineHeight(double height) {
    lineHeight = height;
    repaint();
  }

  private void jump(double y) {
    LocatedFinding nearest = null;
    double distance = REACH;
    for (LocatedFinding finding : model.findings()) {
      double away = Math.abs(yOf(finding.start().line() - 1) - y);
      if (away < distance) {
        nearest = finding;
        distance = away;
      }
    }
    if (nearest == null) {
      int line = Math.clamp((long) (y / pitch()), 0, model.buffer().lineCount() - 1);
      model.reveal(TextRange.at(model.buffer().startOf(line)));
    } else {
      model.selectedProperty().set(nearest);
      model.reveal(nearest.range());
    }
  }
}
