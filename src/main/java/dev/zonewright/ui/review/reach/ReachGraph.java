package dev.zonewright.ui.review.reach;

import dev.zonewright.control.Severity;
import dev.zonewright.kube.network.Answer.Outcome;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A picture of the table: the workload on one side, what it reaches on the other, a curve to each.
 * Screen readers get the table.
 */
final class ReachGraph extends Pane {
  private static final double ROW = 34;
  private static final double GAP = 8;
  private static final double LEGEND = 96;
  private static final double WIDE = 450;
  private static final double SOURCE_HEIGHT = 44;
  private static final double BOX = 0.48;
  private static final double SOURCE = 0.8;
  private static final double EDGE = 12;
  private static final double LEAST = 120;
  private static final double MIDDLE = 228;
  private static final double ARROW = 5;
  private static final double BAR = 5;
  private static final double MARK = 0.66;
  private static final int MOST = 8;
  private static final int PATH = 3;

  private final ReachModel model;

  /**
   * One end of a curve.
   *
   * @param detail grey words at the far side of the box
   */
  private record End(String title, String detail, List<ReachRow> rows) {
    Optional<ReachRow> worst() {
      return rows.stream()
          .filter(ReachRow::isWrong)
          .findFirst()
          .or(() -> rows.stream().filter(r -> r.now() == Outcome.UNDETERMINED).findFirst())
          .or(() -> rows.stream().filter(r -> r.now() == Outcome.ALLOWED).findFirst())
          .or(() -> rows.stream().findFirst());
    }
  }

  ReachGraph(ReachModel model) {
    this.model = model;
    setId("reach-graph");
    getStyleClass().add("reach-graph");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Picture of the table");
    setAccessibleHelp("The table says the same in words");
    model.answersProperty().subscribe(_ -> redraw());
    model.selectedProperty().addListener((_, _, _) -> redraw());
    widthProperty().addListener((_, _, _) -> redraw());
  }

  private void redraw() {
    boolean out = model.wayProperty().get() == ReachModel.Way.REACHES;
    Region legend = legend();
    legend.relocate(out || getWidth() < WIDE ? 0 : getWidth() * BOX, 0);
    getChildren().setAll(legend);
    ReachModel.Answers answers = model.answersProperty().get();
    if (answers.pod().isPresent() && getWidth() > 0) {
      draw(answers, answers.pod().get());
    }
  }

  private void draw(ReachModel.Answers answers, NetworkPod pod) {
    List<End> ends = ends(answers.rows());
    double width = Math.max(LEAST, getWidth() * BOX - EDGE);
    boolean out = model.wayProperty().get() == ReachModel.Way.REACHES;
    double height = ends.size() * (ROW + GAP);
    // where there is room the key stands beside the ends, above the workload
    double top = getWidth() < WIDE ? LEGEND : EDGE;
    setMinHeight(Math.max(top + height + GAP, LEGEND + SOURCE_HEIGHT + GAP));
    double own = width * SOURCE;
    double sourceX = out ? EDGE : getWidth() - own - EDGE;
    double endX = out ? getWidth() - width - EDGE : EDGE;
    double sourceY = Math.max(LEGEND, Math.min(top + height / 2, MIDDLE) - SOURCE_HEIGHT / 2);
    double y = top;
    for (End end : ends) {
      double fromX = out ? sourceX + own : endX + width;
      double toX = out ? endX : sourceX;
      double sourceMiddle = sourceY + SOURCE_HEIGHT / 2;
      double fromY = out ? sourceMiddle : y + ROW / 2;
      double toY = out ? y + ROW / 2 : sourceMiddle;
      end.worst().ifPresent(row -> curve(row, fromX, fromY, toX, toY));
      HBox box = box(end, isChosen(end) ? "chosen" : "end");
      end.worst().ifPresent(row -> box.setOnMouseClicked(_ -> model.selectedProperty().set(row)));
      place(box, endX, y, width, ROW);
      y += ROW + GAP;
    }
    String tenant = answers.engine().tenantOf(pod.namespace());
    place(source(pod.ref().name(), tenant), sourceX, sourceY, own, SOURCE_HEIGHT);
  }

  private boolean isChosen(End end) {
    ReachRow chosen = model.selectedProperty().get();
    return chosen != null && end.rows().contains(chosen);
  }

  private void place(Region box, double x, double y, double width, double height) {
    box.setPrefSize(width, height);
    box.relocate(x, y);
    getChildren().add(box);
  }

  private static List<End> ends(List<ReachRow> rows) {
    List<End> out = new ArrayList<>();
    for (ReachRow.Group group : ReachRow.Group.values()) {
      List<ReachRow> of = rows.stream().filter(r -> r.group() == group).toList();
      if (group == ReachRow.Group.NODE && !of.isEmpty()) {
        List<ReachRow> ports = of.stream().filter(r -> !isMetadata(r)).toList();
        List<ReachRow> metadata = of.stream().filter(ReachGraph::isMetadata).toList();
        out.add(new End("Node", ports.size() + " ports", ports));
        if (!metadata.isEmpty()) {
          out.add(
              new End(
                  "Metadata",
                  metadata.size() > 1 ? Integer.toString(metadata.size()) : "4",
                  metadata));
        }
      } else if (of.size() > MOST) {
        long allowed = of.stream().filter(r -> r.now() == Outcome.ALLOWED).count();
        out.add(new End(group.title(), "%d, %d allowed".formatted(of.size(), allowed), of));
      } else {
        of.forEach(r -> out.add(end(r)));
      }
    }
    return out;
  }

  /** A workload by its name, as its path does not fit. */
  private static End end(ReachRow row) {
    String[] path = row.label().split("/", -1);
    return row.group() == ReachRow.Group.OWN && path.length == PATH
        ? new End(path[2], path[0], List.of(row))
        : new End(row.label(), "", List.of(row));
  }

  private static boolean isMetadata(ReachRow row) {
    return row.label().startsWith("Metadata");
  }

  private static HBox box(End end, String style) {
    Label name = Widgets.label(end.title(), "row-title");
    name.setMinWidth(0);
    Label grey = Widgets.label(end.detail(), "muted");
    grey.setMinWidth(0);
    HBox box = new HBox(name, Widgets.spacer(), grey);
    box.getStyleClass().addAll("graph-box", style);
    return box;
  }

  private static VBox source(String title, String tenant) {
    VBox box = new VBox(Widgets.label(title, "row-title"), Widgets.label(tenant, "muted"));
    box.getStyleClass().addAll("graph-box", "source");
    return box;
  }

  private void curve(ReachRow row, double x1, double y1, double x2, double y2) {
    double bend = (x2 - x1) / 2;
    CubicCurve curve = new CubicCurve(x1, y1, x1 + bend, y1, x2 - bend, y2, x2 - ARROW, y2);
    String tone = tone(row);
    curve.getStyleClass().addAll("graph-curve", tone);
    getChildren().add(curve);
    // nearer to the ends, where the curves are apart
    double at = model.wayProperty().get() == ReachModel.Way.REACHES ? MARK : 1 - MARK;
    double markX = on(at, x1, x1 + bend, x2 - bend, x2 - ARROW);
    double markY = on(at, y1, y1, y2, y2);
    if (row.isWrong()) {
      Node mark = SeverityIcon.of(Severity.HIGH);
      mark.relocate(markX - ARROW, markY - ARROW);
      getChildren().add(mark);
    }
    if (tone.equals("denied")) {
      Line bar = new Line(x2 - ARROW, y2 - BAR, x2 - ARROW, y2 + BAR);
      bar.getStyleClass().add("graph-bar");
      FontIcon mark = Widgets.icon(Feather.SLASH);
      mark.getStyleClass().add("graph-mark");
      mark.relocate(markX - ARROW, markY - ARROW);
      getChildren().addAll(bar, mark);
    }
    if (row.now() == Outcome.ALLOWED) {
      Polygon head = new Polygon(x2, y2, x2 - 2 * ARROW, y2 - ARROW, x2 - 2 * ARROW, y2 + ARROW);
      head.getStyleClass().addAll("graph-head", tone);
      getChildren().add(head);
    }
  }

  /** A coordinate of the place on a curve where its mark stands. */
  private static double on(double t, double from, double first, double second, double to) {
    double u = 1 - t;
    return u * u * u * from + 3 * u * u * t * first + 3 * u * t * t * second + t * t * t * to;
  }

  private static String tone(ReachRow row) {
    if (row.isWrong()) {
      return "bad";
    }
    return switch (row.now()) {
      case ALLOWED -> "allowed";
      case DENIED, NOT_OPENED -> "denied";
      case UNDETERMINED -> "unknown";
    };
  }

  private static Region legend() {
    VBox legend =
        new VBox(
            key("bad", "allowed, must be denied"),
            key("allowed", "allowed"),
            key("denied", "denied, or not opened"),
            key("unknown", "undetermined"));
    legend.getStyleClass().add("graph-legend");
    legend.autosize();
    return legend;
  }

  private static Node key(String tone, String words) {
    CubicCurve line = new CubicCurve(0, 0, 10, 0, 20, 0, 28, 0);
    line.getStyleClass().addAll("graph-curve", tone);
    Group sign = new Group(line);
    if (tone.equals("denied")) {
      Line bar = new Line(28, -BAR, 28, BAR);
      bar.getStyleClass().add("graph-bar");
      sign.getChildren().add(bar);
    } else if (!tone.equals("unknown")) {
      Polygon head = new Polygon(30, 0, 30 - 2 * ARROW, -ARROW, 30 - 2 * ARROW, ARROW);
      head.getStyleClass().addAll("graph-head", tone);
      sign.getChildren().add(head);
    }
    Label label = Widgets.label(words, "muted");
    label.setGraphic(sign);
    return label;
  }
}
