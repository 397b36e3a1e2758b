package dev.zonewright.ui.review.reach;

import dev.zonewright.kube.ZoneState;
import dev.zonewright.ui.FirstThatFits;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A card with its parts, each with the mark of where it runs. */
final class GraphCard extends VBox {
  private static final String CHOSEN = "chosen";

  private final GraphEnd end;
  private final FlowPane inside = new FlowPane();
  private final Map<Label, GraphEnd.Part> parts = new LinkedHashMap<>();

  /**
   * Builds the card.
   *
   * @param own whether it holds the workload that is asked about, as its first part
   * @param choose hears which row is meant
   */
  GraphCard(GraphEnd end, boolean own, Consumer<ReachRow> choose) {
    this.end = end;
    getStyleClass().addAll("graph-box", "card");
    if (!end.tenant()) {
      getStyleClass().add("apart");
    }
    getChildren().add(head(end));
    inside.getStyleClass().add("graph-parts");
    // its parts are as wide as it is: without this it grows with the card, and never shrinks
    inside.setMinWidth(0);
    for (GraphEnd.Part part : end.parts()) {
      Label label = part(part);
      if (own) {
        // one below the other, so that each has its curve
        label.prefWidthProperty().bind(inside.widthProperty());
        label.getStyleClass().add(part.rows().isEmpty() ? "source" : "end");
      }
      GraphEnd.worst(part.rows())
          .ifPresent(row ->
              label.setOnMouseClicked(event -> {
                choose.accept(row);
                event.consume();
              }));
      parts.put(label, part);
    }
    if (!parts.isEmpty()) {
      inside.getChildren().setAll(parts.keySet());
      getChildren().add(inside);
    }
    GraphEnd.worst(end.rows())
        .filter(_ -> !own)
        .ifPresent(row -> {
          getStyleClass().add("end");
          setOnMouseClicked(_ -> choose.accept(row));
        });
  }

  /** The title, with the detail where both have room. */
  private static Region head(GraphEnd end) {
    Label name = Widgets.label(end.title(), "row-title");
    Label grey = Widgets.label(end.detail(), "muted");
    HBox both = new HBox(name, Widgets.spacer(), grey);
    both.getStyleClass().add("graph-card-head");
    Label alone = Widgets.label(end.title(), "row-title");
    // it is shortened where it has no room by itself
    alone.setMaxWidth(Double.MAX_VALUE);
    FirstThatFits head = new FirstThatFits(List.of(both, alone));
    head.setMinWidth(0);
    Tip.set(head, end.title() + ", " + end.detail());
    return head;
  }

  private Label part(GraphEnd.Part part) {
    Label label = Widgets.label(part.title(), "graph-part");
    part.zone()
        .ifPresent(zone -> {
          if (zone != ZoneState.UNDETERMINED) {
            label.setGraphic(Widgets.hexagon(zone == ZoneState.EDERA));
          }
        });
    label.setMinWidth(0);
    label.maxWidthProperty().bind(inside.widthProperty());
    return label;
  }

  /** Marks what stands for the chosen row. */
  void choose(@Nullable ReachRow row) {
    mark(this, getStyleClass().contains("end") && holds(end.rows(), row));
    parts.forEach((label, part) -> mark(label, end.parts().size() > 1 && holds(part.rows(), row)));
  }

  private static boolean holds(List<ReachRow> rows, @Nullable ReachRow row) {
    return row != null && rows.contains(row);
  }

  private static void mark(Node node, boolean chosen) {
    node.getStyleClass().remove(CHOSEN);
    if (chosen) {
      node.getStyleClass().add(CHOSEN);
    }
  }

  /** The height at which a part stands, in the coordinates of the picture. */
  double middleOf(int part) {
    Bounds at = inside.getChildren().get(part).getBoundsInParent();
    return getLayoutY() + inside.getLayoutY() + at.getCenterY();
  }
}
