package dev.zonewright.ui.risk;

import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Widgets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** A table of what decides where each workload of a tenant runs. */
final class RunsOnTable extends VBox {
  private static final int FIRST = 12;
  private static final double[] SHARES = {31, 21, 24, 24};

  private final GridPane grid = new GridPane();
  private final Supplier<List<RunsOn>> now;
  private final Consumer<Place> go;

  /**
   * Builds it.
   *
   * @param now asked again where more rows are wanted, for their places may have moved
   */
  RunsOnTable(Supplier<List<RunsOn>> now, Consumer<Place> go) {
    this.now = now;
    this.go = go;
    setId("runs-on");
    getStyleClass().add("runs-on");
    grid.getStyleClass().add("runs-on-grid");
    for (double share : SHARES) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      grid.getColumnConstraints().add(column);
    }
    grid.addRow(0, head("Workload"), head("Class"), head("Node"), head("Tolerates"));
    getChildren().setAll(grid);
    add(now.get(), FIRST);
  }

  private void add(List<RunsOn> all, int most) {
    int from = grid.getRowCount() - 1;
    int to = Math.min(all.size(), most);
    for (RunsOn one : all.subList(from, to)) {
      Node[] cells = {
        name(one), cell(one.classWords()), cell(one.selectorWords()), cell(one.tolerationWords())
      };
      for (Node cell : cells) {
        GridPane.setValignment(cell, VPos.TOP);
      }
      grid.addRow(grid.getRowCount(), cells);
    }
    if (to < all.size()) {
      Hyperlink more =
          Widgets.link("%,d more…".formatted(all.size() - to), "runs-on-more", () -> {});
      more.setOnAction(_ -> {
        getChildren().remove(more);
        add(now.get(), Integer.MAX_VALUE);
      });
      getChildren().add(more);
    }
  }

  private Node name(RunsOn one) {
    return new PlaceLink(one.place(), one.name(), "runs-on-" + one.name(), go)
        .telling(at -> one.kind() + " " + one.name() + ", " + at, at -> "Show " + at);
  }

  private static Label head(String words) {
    return Widgets.tipped(words, "faint");
  }

  private static Label cell(String words) {
    Label cell = Widgets.tipped(words, "evidence-text");
    cell.setWrapText(true);
    cell.setMinHeight(USE_PREF_SIZE);
    return cell;
  }
}
