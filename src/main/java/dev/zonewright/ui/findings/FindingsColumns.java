package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.kube.secret.Masked;
import dev.zonewright.ui.FittingColumns;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The columns on the screen, kept as the layout says and telling it what is changed by hand. */
final class FindingsColumns {
  private static final double LEAST = 48;
  private static final double LEAST_EFFECT = 88;
  private static final double LEAST_FIX = 92;
  private static final double SAME = 0.5;

  private final TableView<FindingRow> table;
  private final ObjectProperty<FindingsLayout> layout;
  private final ReadOnlyDoubleProperty scale;
  private final Map<FindingsColumn, TableColumn<FindingRow, FindingRow>> columns =
      new EnumMap<>(FindingsColumn.class);
  private boolean following;
  private boolean dragged;

  FindingsColumns(TableView<FindingRow> table, FindingsModel model, FindingsPane.Actions actions) {
    this.table = table;
    this.layout = model.layoutProperty();
    this.scale = model.scaleProperty();
    // only what extends the toolkit's own base goes without a scroll bar at its foot
    table.setColumnResizePolicy(new FittingColumns(this::resize));
    for (FindingsColumn of : FindingsColumn.values()) {
      TableColumn<FindingRow, FindingRow> column = column(of, actions);
      limit(of, column);
      columns.put(of, column);
    }
    table.getColumns().setAll(columns.values());
    // the model sorts within the groups; the table only says by what
    table.setSortPolicy(_ -> {
      tellSort();
      return true;
    });
    layout.addListener((_, _, now) -> follow(now));
    follow(layout.get());
    scale.addListener((_, _, _) -> {
      columns.forEach(this::limit);
      follow(layout.get());
    });
    columns.forEach((of, c) -> c.widthProperty().addListener((_, _, w) -> tellWidth(of, w)));
  }

  /**
   * Only what a person drags is a choice of theirs. Where the table itself gets another width, the
   * columns begin from what was chosen: after the window was small they are as they were.
   */
  @SuppressWarnings({"rawtypes", "unchecked"}) // as TableView asks for it
  private boolean resize(TableView.ResizeFeatures asked) {
    dragged = asked.getColumn() != null;
    if (!dragged) {
      columns.forEach((of, column) -> {
        double chosen = layout.get().widthOf(of) * scale.get();
        asked.setColumnWidth(
            column, Math.clamp(chosen, column.getMinWidth(), column.getMaxWidth()));
      });
    }
    boolean done = TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS.call(asked);
    dragged = false;
    return done;
  }

  private static TableColumn<FindingRow, FindingRow> column(
      FindingsColumn of, FindingsPane.Actions actions) {
    TableColumn<FindingRow, FindingRow> column = new TableColumn<>(of.title());
    column.setId(of.id());
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    Supplier<TableCell<FindingRow, FindingRow>> cell = cells(of, actions);
    column.setCellFactory(_ -> cell.get());
    if (of == FindingsColumn.LINE) {
      column.getStyleClass().add("number-column");
    }
    return column;
  }

  /** How narrow and how wide a column may be for text of the size as it is. */
  private void limit(FindingsColumn of, TableColumn<FindingRow, FindingRow> column) {
    switch (of) {
      case SEVERITY, LINE -> {
        limit(column, of.defaultWidth(), of.defaultWidth());
        column.setResizable(false);
      }
      case EFFECT -> limit(column, LEAST_EFFECT, of.defaultWidth() * 2);
      case FIX -> limit(column, LEAST_FIX, of.defaultWidth() * 2);
      case TITLE, OBJECT, CONTAINER, FILE ->
          // may be made narrow; what no longer fits is elided
          column.setMinWidth(LEAST);
    }
  }

  private void limit(TableColumn<FindingRow, FindingRow> column, double least, double most) {
    // in this order neither is ever beyond the other
    column.setMinWidth(0);
    column.setMaxWidth(most * scale.get());
    column.setMinWidth(least * scale.get());
  }

  private static Supplier<TableCell<FindingRow, FindingRow>> cells(
      FindingsColumn of, FindingsPane.Actions actions) {
    return switch (of) {
      case SEVERITY -> FindingCells.Severity::new;
      case TITLE -> () -> new FindingCells.Title(actions);
      case OBJECT -> FindingCells.Subject::new;
      case CONTAINER -> text(at -> orDash(Masked.within(at.finding().container())));
      case EFFECT -> FindingCells.Effect::new;
      case FIX -> FindingCells.Fix::new;
      case FILE -> FindingCells.File::new;
      case LINE -> FindingCells.Line::new;
    };
  }

  private static Supplier<TableCell<FindingRow, FindingRow>> text(
      Function<LocatedFinding, String> words) {
    return () -> new FindingCells.Text(words);
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "–" : text;
  }

  private void tellSort() {
    if (following) {
      return;
    }
    List<TableColumn<FindingRow, ?>> by = table.getSortOrder();
    FindingsColumn first = FindingsLayout.DEFAULT.sortedBy();
    boolean descending = FindingsLayout.DEFAULT.descending();
    for (Map.Entry<FindingsColumn, TableColumn<FindingRow, FindingRow>> of : columns.entrySet()) {
      if (!by.isEmpty() && of.getValue().equals(by.getFirst())) {
        first = of.getKey();
        descending = of.getValue().getSortType() == TableColumn.SortType.DESCENDING;
      }
    }
    tell(layout.get().sortedBy(first, descending));
  }

  // the table is in the middle of its change and must not be changed back
  private void tell(FindingsLayout now) {
    following = true;
    layout.set(now);
    following = false;
  }

  private void tellWidth(FindingsColumn of, Number width) {
    if (dragged && !following) {
      tell(layout.get().withWidth(of, width.doubleValue() / scale.get()));
    }
  }

  private void follow(FindingsLayout now) {
    if (following) {
      return;
    }
    following = true;
    columns.forEach((of, column) -> {
      double width = now.widthOf(of) * scale.get();
      if (Math.abs(column.getWidth() - width) > SAME) {
        column.setPrefWidth(width);
      }
    });
    TableColumn<FindingRow, FindingRow> by = columns.get(now.sortedBy());
    if (by != null) {
      by.setSortType(
          now.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
      if (!table.getSortOrder().equals(List.of(by))) {
        table.getSortOrder().setAll(List.of(by));
      }
    }
    following = false;
  }
}
