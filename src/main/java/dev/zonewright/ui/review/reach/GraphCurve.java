package dev.zonewright.ui.review.reach;

import dev.zonewright.control.Severity;
import dev.zonewright.kube.network.Answer.Outcome;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Widgets;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.transform.Scale;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A curve with its end and its mark: an arrow where it is allowed, a bar where it is denied. */
final class GraphCurve extends Group {
  static final double ARROW = 5;
  private static final double BAR = 5;
  private static final double HALO = 8;

  private final CubicCurve curve = new CubicCurve();
  private final Optional<Node> end;
  private final Optional<Node> mark;
  private final Circle halo = new Circle(HALO);

  GraphCurve(ReachRow row) {
    setManaged(false);
    String tone = tone(row);
    curve.getStyleClass().addAll("graph-curve", tone);
    getChildren().add(curve);
    end = end(tone);
    mark = mark(row, tone);
    halo.getStyleClass().add("graph-halo");
    end.ifPresent(getChildren()::add);
    mark.ifPresent(m -> getChildren().addAll(halo, m));
  }

  static String tone(ReachRow row) {
    if (row.isWrong()) {
      return "bad";
    }
    return switch (row.now()) {
      case ALLOWED -> "allowed";
      case DENIED, NOT_OPENED -> "denied";
      case UNDETERMINED -> "unknown";
    };
  }

  /** What a curve ends with, as it points to the right; its tip is where the origin is. */
  static Optional<Node> end(String tone) {
    return switch (tone) {
      case "denied" -> {
        Line bar = new Line(-ARROW, -BAR, -ARROW, BAR);
        bar.getStyleClass().add("graph-bar");
        yield Optional.of(bar);
      }
      case "unknown" -> Optional.empty();
      default -> {
        Polygon head = new Polygon(0, 0, -2 * ARROW, -ARROW, -2 * ARROW, ARROW);
        head.getStyleClass().addAll("graph-head", tone);
        yield Optional.of(head);
      }
    };
  }

  private static Optional<Node> mark(ReachRow row, String tone) {
    if (row.isWrong()) {
      return Optional.of(SeverityIcon.of(Severity.HIGH));
    }
    if (row.now() == Outcome.ALLOWED || !tone.equals("denied")) {
      return Optional.empty();
    }
    FontIcon icon = Widgets.icon(Feather.SLASH);
    icon.getStyleClass().add("graph-mark");
    return Optional.of(icon);
  }

  /** From one side of the picture to the other, with the mark at a part of the way. */
  void across(double x1, double y1, double x2, double y2, double at) {
    double bend = (x2 - x1) / 2;
    draw(x1, y1, x1 + bend, x2 - bend, x2 - ARROW, y2);
    end.ifPresent(e -> {
      e.setTranslateX(x2);
      e.setTranslateY(y2);
    });
    markAt(at);
  }

  /**
   * Between two parts of one card, around its edge. Such curves lie too near to one another for
   * marks; how they are drawn says what they are.
   *
   * @param out how far it goes; less than nothing to the left
   */
  void around(double x, double y1, double y2, double out) {
    double tip = Math.signum(out) * ARROW;
    draw(x, y1, x + out, x + out, x + tip, y2);
    end.ifPresent(e -> {
      e.setTranslateX(x);
      e.setTranslateY(y2);
      e.getTransforms().setAll(new Scale(-Math.signum(out), 1));
    });
    halo.setVisible(false);
    mark.ifPresent(m -> m.setVisible(false));
  }

  private void draw(double x1, double y1, double bend1, double bend2, double x2, double y2) {
    curve.setStartX(x1);
    curve.setStartY(y1);
    curve.setControlX1(bend1);
    curve.setControlY1(y1);
    curve.setControlX2(bend2);
    curve.setControlY2(y2);
    curve.setEndX(x2);
    curve.setEndY(y2);
  }

  private void markAt(double t) {
    double x =
        on(t, curve.getStartX(), curve.getControlX1(), curve.getControlX2(), curve.getEndX());
    double y =
        on(t, curve.getStartY(), curve.getControlY1(), curve.getControlY2(), curve.getEndY());
    halo.setCenterX(x);
    halo.setCenterY(y);
    mark.ifPresent(m -> {
      m.applyCss();
      m.autosize();
      m.relocate(x - m.getLayoutBounds().getWidth() / 2, y - m.getLayoutBounds().getHeight() / 2);
    });
  }

  /** A coordinate of the place on the curve where the mark stands. */
  private static double on(double t, double from, double first, double second, double to) {
    double u = 1 - t;
    return u * u * u * from + 3 * u * u * t * first + 3 * u * t * t * second + t * t * t * to;
  }
}
