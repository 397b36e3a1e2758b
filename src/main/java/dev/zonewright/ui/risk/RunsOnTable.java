package dev.zonewright.ui.risk;

import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Widgets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
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
  private static final int MORE = 40;
  private static final int NARROW = 12;
  private static final double INDENT = 12;
  private static final String NODE = "Node";
  private static final String TOLERATES = "Tolerates";
  private static final double[] SHARES = {31, 21, 24, 24};

  private final GridPane grid = new GridPane();
  private final Supplier<List<RunsOn>> now;
  private final Consumer<Place> go;
  private int shown;

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
    grid.addRow(0, head("Workload"), head("Class"), head(NODE), head(TOLERATES));
    getChildren().setAll(grid);
    add(now.get(), FIRST);
  }

  private void add(List<RunsOn> all, int most) {
    int to = Math.min(all.size(), most);
    for (RunsOn one : all.subList(shown, to)) {
      String node = one.selectorWords();
      String tolerates = one.tolerationWords();
      Node[] cells = {
        name(one),
        cell(one.classWords()),
        cell(isNarrow(node) ? node : ""),
        cell(isNarrow(tolerates) ? tolerates : "")
      };
      for (Node cell : cells) {
        GridPane.setValignment(cell, VPos.TOP);
      }
      grid.addRow(grid.getRowCount(), cells);
      below(NODE, node);
      below(TOLERATES, tolerates);
    }
    shown = to;
    if (to < all.size()) {
      Hyperlink more =
          Widgets.link("%,d more…".formatted(all.size() - to), "runs-on-more", () -> {});
      more.setOnAction(_ -> {
        getChildren().remove(more);
        add(now.get(), shown + MORE);
      });
      getChildren().add(more);
    }
  }

  /** What its column would break within a word has the whole width, below the row. */
  private void below(String head, String words) {
    if (!isNarrow(words)) {
      Label line = cell(head.toLowerCase(Locale.ROOT) + ": " + words);
      line.setPadding(new Insets(0, 0, 0, INDENT));
      grid.add(line, 0, grid.getRowCount(), SHARES.length, 1);
    }
  }

  /** Whether no word of it is longer than a narrow column. */
  private static boolean isNarrow(String words) {
    return Arrays.stream(words.split(" ", -1)).allMatch(word -> word.length() <= NARROW);
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
