package dev.zonewright.ui.editor;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.text.TextRange;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** All findings of the text at a glance, beside the scroll bar; a click jumps. */
final class OverviewStripe extends Pane {
  private static final double WIDTH = 14;
  private static final double MARK_HEIGHT = 3;
  private static final double LINE = 21;
  private static final double REACH = 6;

  private final EditorModel model;
  private Map<Integer, Severity> drawn = Map.of();

  OverviewStripe(EditorModel model) {
    this.model = model;
    getStyleClass().add("zw-stripe");
    setAccessibleText("Overview of findings");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setOnMousePressed(e -> jump(e.getY()));
    heightProperty().addListener(_ -> repaint());
  }

  /** Draws the marks anew where they changed; of those that fall together the gravest shows. */
  void repaint() {
    Map<Integer, Severity> slots = new TreeMap<>();
    for (LocatedFinding finding : model.findings()) {
      int slot = (int) (yOf(finding.start().line() - 1) / MARK_HEIGHT);
      slots.merge(slot, finding.finding().severity(), (a, b) -> a.atLeast(b) ? a : b);
    }
    if (slots.equals(drawn)) {
      return;
    }
    drawn = slots;
    getChildren().clear();
    slots.forEach((slot, severity) -> {
      Region mark = new Region();
      mark.getStyleClass().addAll("zw-stripe-mark", severity.word());
      mark.resizeRelocate(3, slot * MARK_HEIGHT, WIDTH - 6, MARK_HEIGHT);
      mark.setManaged(false);
      getChildren().add(mark);
    });
  }

  /** A text shorter than the window has its marks beside its lines. */
  private double yOf(int line) {
    return (line + 0.5) * Math.min(LINE, getHeight() / model.buffer().lineCount());
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
      double pitch = Math.min(LINE, getHeight() / model.buffer().lineCount());
      int line = Math.clamp((long) (y / pitch), 0, model.buffer().lineCount() - 1);
      model.reveal(TextRange.at(model.buffer().startOf(line)));
    } else {
      model.selectedProperty().set(nearest);
      model.reveal(nearest.range());
    }
  }
}
