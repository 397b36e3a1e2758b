package dev.zonewright.ui.editor.paint;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.model.EditorModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;

/** All findings of the text at a glance, beside the scroll bar; a click jumps. */
public final class OverviewStripe extends Pane {
  private static final double WIDTH = 14;
  private static final double MARK_HEIGHT = 3;
  private static final double LINE = 21;
  private static final double REACH = 6;
  private static final double MARGIN = 3;

  private final EditorModel model;
  private List<StripeBars.Part> drawn = List.of();
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

  /** Draws the bars anew where they changed; one node for each severity, however many there are. */
  public void repaint() {
    StripeBars bars = new StripeBars((int) (Math.max(0, getHeight()) / MARK_HEIGHT) + 1);
    for (LocatedFinding finding : model.findings()) {
      bars.add((int) (yOf(shownLine(finding)) / MARK_HEIGHT), finding.finding().severity());
    }
    List<StripeBars.Part> parts = bars.parts();
    if (parts.equals(drawn)) {
      return;
    }
    drawn = parts;
    Map<Severity, Path> paths = new EnumMap<>(Severity.class);
    for (StripeBars.Part part : parts) {
      draw(part, paths.computeIfAbsent(part.severity(), OverviewStripe::path).getElements());
    }
    getChildren().setAll(paths.values());
  }

  private static Path path(Severity severity) {
    Path path = new Path();
    path.getStyleClass().addAll("zw-stripe-mark", severity.word());
    path.setManaged(false);
    path.setMouseTransparent(true);
    return path;
  }

  private static void draw(StripeBars.Part part, List<PathElement> into) {
    double left = MARGIN + part.from() * (WIDTH - 2 * MARGIN);
    double right = MARGIN + part.to() * (WIDTH - 2 * MARGIN);
    double top = part.slot() * MARK_HEIGHT;
    into.add(new MoveTo(left, top));
    into.add(new HLineTo(right));
    into.add(new VLineTo(top + MARK_HEIGHT));
    into.add(new HLineTo(left));
    into.add(new ClosePath());
  }

  /** The line as the area counts it, from 0: without those that are folded away. */
  private int shownLine(LocatedFinding finding) {
    return model.folding().folds().shownLine(finding.start().line() - 1);
  }

  /** A text shorter than the window has its marks beside its lines. */
  private double yOf(int line) {
    return (line + 0.5) * pitch();
  }

  private double pitch() {
    int lines = model.buffer().lineCount() - model.folding().folds().hiddenLines();
    return Math.min(lineHeight, getHeight() / lines);
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
      double away = Math.abs(yOf(shownLine(finding)) - y);
      if (away < distance) {
        nearest = finding;
        distance = away;
      }
    }
    if (nearest == null) {
      int shown = (int) Math.clamp(y / pitch(), 0, model.buffer().lineCount() - 1.0);
      int line = Math.min(model.folding().folds().lineShown(shown), model.buffer().lineCount() - 1);
      model.reveal(TextRange.at(model.buffer().startOf(line)));
    } else {
      model.selectedProperty().set(nearest);
      model.reveal(nearest.range());
    }
  }
}
