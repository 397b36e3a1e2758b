package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.Widgets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The table of findings; choosing a row chooses its finding. */
final class FindingsTable extends TableView<FindingRow> {
  private final FindingsModel model;
  private final FindingsPane.Actions actions;
  private boolean following;

  FindingsTable(FindingsModel model, FindingsPane.Actions actions) {
    super(model.rows());
    this.model = model;
    this.actions = actions;
    setId("findings-table");
    setAccessibleText("Findings");
    getStyleClass().addAll("findings-table", "edge-to-edge");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Label empty = Widgets.label("", "empty-text");
    empty.setId("findings-empty");
    empty.textProperty().bind(model.emptyTextProperty());
    setPlaceholder(empty);
    getColumns()
        .setAll(
            List.of(
                column("", 30, FindingCells.Severity::new),
                column("Finding", 250, FindingCells.Title::new),
                column("Object", 170, () -> text(at -> at.finding().objectLabel())),
                column("Container", 110, () -> text(at -> orDash(at.finding().container()))),
                column("On Edera", 105, FindingCells.Effect::new),
                column("Fix", 95, FindingCells.Fix::new),
                column("Place", 150, FindingCells.Place::new)));
    TableColumn<FindingRow, ?> severity = getColumns().getFirst();
    severity.setMinWidth(30);
    severity.setMaxWidth(30);
    getColumns().get(4).setMinWidth(88);
    getColumns().get(5).setMinWidth(84);
    getColumns().get(6).setMinWidth(116);
    setRowFactory(_ -> new Row());
    getSelectionModel().selectedItemProperty().addListener((_, _, row) -> chosen(row));
    model.selectedProperty().addListener((_, _, now) -> follow(now));
    model
        .rows()
        .addListener((ListChangeListener<FindingRow>) _ -> follow(model.selectedProperty().get()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private static TableColumn<FindingRow, FindingRow> column(
      String title, int width, Supplier<TableCell<FindingRow, FindingRow>> cell) {
    TableColumn<FindingRow, FindingRow> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> cell.get());
    return column;
  }

  private static TableCell<FindingRow, FindingRow> text(Function<LocatedFinding, String> words) {
    return new FindingCells.Text(words);
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "–" : text;
  }

  private void chosen(@Nullable FindingRow row) {
    if (!following && row instanceof FindingRow.Item(LocatedFinding at, boolean _)) {
      model.selectedProperty().set(at);
    }
  }

  private void follow(@Nullable LocatedFinding finding) {
    following = true;
    int index = finding == null ? -1 : rowOf(finding);
    if (index < 0) {
      getSelectionModel().clearSelection();
    } else if (getSelectionModel().getSelectedIndex() != index) {
      getSelectionModel().clearAndSelect(index);
      scrollTo(Math.max(0, index - 2));
    }
    following = false;
  }

  private int rowOf(LocatedFinding finding) {
    for (int i = 0; i < getItems().size(); i++) {
      if (getItems().get(i) instanceof FindingRow.Item(LocatedFinding at, boolean _)
          && at.fingerprint().equals(finding.fingerprint())) {
        return i;
      }
    }
    return -1;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER
        && getSelectionModel().getSelectedItem()
            instanceof FindingRow.Item(LocatedFinding at, boolean _)) {
      if (event.isAltDown()) {
        actions.showFixes(at);
      } else {
        actions.jump(at);
      }
      event.consume();
    }
  }

  private final class Row extends TableRow<FindingRow> {
    private Row() {
      addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    private void clicked(MouseEvent event) {
      if (event.getButton() == MouseButton.PRIMARY
          && event.getClickCount() == 2
          && getItem() instanceof FindingRow.Item(LocatedFinding at, boolean _)) {
        actions.jump(at);
      }
    }

    @Override
    protected void updateItem(@Nullable FindingRow row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().remove("group-row");
      if (!empty && row instanceof FindingRow.Group) {
        getStyleClass().add("group-row");
      }
    }
  }
}
