package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.Clipboards;
import dev.zonewright.ui.Curtain;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The table of findings; choosing a row chooses its finding. */
final class FindingsTable extends TableView<FindingRow> {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination MENU =
      new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination FIXES =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);
  private static final KeyCombination GO = new KeyCodeCombination(KeyCode.ENTER);

  // three rows, each with a cell for every column
  private static final double STEP = 81;

  private final FindingsModel model;
  private final FindingsPane.Actions actions;
  private final FindingsMenu menu;
  private boolean following;
  private boolean isGrown;
  private final RowsInView sight = new RowsInView(this);
  // the fingerprint of what was chosen last
  private String followed = "";
  // the row that the next layout brings back to its place
  private Optional<RowsInView.Held> holding = Optional.empty();

  FindingsTable(FindingsModel model, FindingsPane.Actions actions, Executor frames) {
    super(model.rows());
    this.model = model;
    this.actions = actions;
    this.menu = new FindingsMenu(model, actions, this::copy);
    setId("findings-table");
    setAccessibleText("Findings");
    getStyleClass().addAll("findings-table", "edge-to-edge");
    setPlaceholder(new FindingsPlaceholder(model));
    new FindingsColumns(this, model, actions);
    setRowFactory(_ -> new Row());
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    getSelectionModel().selectedItemProperty().addListener((_, _, row) -> chosen(row));
    model.selectedProperty().addListener((_, _, now) -> follow(now));
    model.rows().addListener((ListChangeListener<FindingRow>) _ -> followRows());
    model.groupingProperty().addListener((_, _, _) -> scrollToChosen());
    StackPane.setAlignment(this, Pos.TOP_LEFT);
    Curtain curtain = new Curtain(this, STEP, frames);
    getItems()
        .addListener(
            (ListChangeListener<FindingRow>)
                rows -> {
                  if (!rows.getList().isEmpty()) {
                    curtain.open(this::grown);
                  }
                });
    heightProperty().addListener((_, _, _) -> resized());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuRequested);
  }

  private void chosen(@Nullable FindingRow row) {
    if (!following && row instanceof FindingRow.Item(LocatedFinding at, boolean _)) {
      model.selectedProperty().set(at);
    }
  }

  private void follow(@Nullable LocatedFinding finding) {
    if (finding != null && !finding.fingerprint().equals(followed)) {
      // another was chosen, and that is what is to be seen
      followed = finding.fingerprint();
      holding = Optional.empty();
    }
    boolean chosenHere = finding != null && !following && isChosen(finding);
    following = true;
    int index = finding == null || chosenHere ? -1 : rowOf(finding);
    if (index >= 0) {
      getSelectionModel().clearAndSelect(index);
      scrollTo(Math.max(0, index - 2));
    } else if (!chosenHere) {
      getSelectionModel().clearSelection();
    } else {
      // the view may have been on its way to what was chosen just before
      sight.afterLayout(() -> showChosen(false));
    }
    following = false;
  }

  /** Rows that come above those in view push them down: the view goes with them. */
  private void followRows() {
    if (model.rows().isEmpty()) {
      // rows that the table keeps for later would hold what they last showed
      refresh();
    }
    LocatedFinding chosen = model.selectedProperty().get();
    // the cells are still those of the rows from before
    Optional<RowsInView.Held> held = sight.held(chosen);
    follow(chosen);
    holding = held;
    if (held.isPresent()) {
      // the view learns only with its next layout how many rows there are
      sight.afterLayout(() -> held.filter(_ -> holding.equals(held)).ifPresent(this::bringBack));
    }
  }

  private void bringBack(RowsInView.Held held) {
    holding = Optional.empty();
    int index = rowOf(held.finding());
    if (index >= 0) {
      scrollTo(Math.max(0, index - held.above()));
    }
  }

  /** What was chosen while the table was low may be out of sight by now. */
  private void grown() {
    if (!isGrown) {
      isGrown = true;
      sight.afterLayout(() -> showChosen(true));
    }
  }

  /** What is chosen and in view stays so, as when a notice takes room. */
  private void resized() {
    LocatedFinding chosen = model.selectedProperty().get();
    if (chosen != null && sight.isInView(rowOf(chosen), false)) {
      sight.afterLayout(() -> showChosen(true));
    }
  }

  private void showChosen(boolean whole) {
    LocatedFinding chosen = model.selectedProperty().get();
    int index = chosen == null ? -1 : rowOf(chosen);
    if (index >= 0 && !sight.isInView(index, whole)) {
      scrollTo(Math.max(0, index - 2));
    }
  }

  // in other groups it stands elsewhere
  private void scrollToChosen() {
    LocatedFinding chosen = model.selectedProperty().get();
    int index = chosen == null ? -1 : rowOf(chosen);
    if (index >= 0) {
      scrollTo(Math.max(0, index - 2));
    }
  }

  // several rows may be chosen; the finding that is looked at is the one chosen last
  private boolean isChosen(LocatedFinding finding) {
    return getSelectionModel().getSelectedItem() instanceof FindingRow.Item(var at, boolean _)
        && at.equals(finding);
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

  private Optional<FindingRow.Item> current() {
    return getSelectionModel().getSelectedItem() instanceof FindingRow.Item item
        ? Optional.of(item)
        : Optional.empty();
  }

  private void pressed(KeyEvent event) {
    if (MENU.match(event) || event.getCode() == KeyCode.CONTEXT_MENU) {
      showMenuAtRow();
    } else if (COPY.match(event)) {
      copy();
    } else if (FIXES.match(event)) {
      current().ifPresent(row -> actions.showFixes(row.at()));
    } else if (GO.match(event)) {
      current().ifPresent(row -> actions.jump(row.at()));
    } else {
      return;
    }
    event.consume();
  }

  private void copy() {
    List<FindingRow> chosen = List.copyOf(getSelectionModel().getSelectedItems());
    if (!chosen.isEmpty()) {
      Clipboards.put(FindingsText.of(chosen));
    }
  }

  private void menuRequested(ContextMenuEvent event) {
    // the keys that ask for it have been seen to already
    if (!event.isKeyboardTrigger()) {
      current().ifPresent(row -> menu.show(this, row.at(), event.getScreenX(), event.getScreenY()));
    }
    event.consume();
  }

  private void showMenuAtRow() {
    int index = getSelectionModel().getSelectedIndex();
    lookupAll(".table-row-cell").stream()
        .filter(n -> n instanceof TableRow<?> row && row.getIndex() == index && !row.isEmpty())
        .findFirst()
        .map(row -> row.localToScreen(row.getBoundsInLocal()))
        .ifPresent(at ->
            current().ifPresent(row -> menu.show(this, row.at(), at.getMinX() + 40, at.getMaxY())));
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

    // the name of a group has the room of the cells beside it, which are empty
    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      if (getItem() instanceof FindingRow.Group) {
        getChildren().stream()
            .filter(FindingCells.Title.class::isInstance)
            .forEach(cell ->
                cell.resize(getWidth() - cell.getLayoutX(), cell.getLayoutBounds().getHeight()));
      }
    }

    @Override
    protected void updateItem(@Nullable FindingRow row, boolean empty) {
      super.updateItem(row, empty);
      // only where it changes: all cells of the row are styled anew with it
      boolean isGroup = !empty && row instanceof FindingRow.Group;
      if (!isGroup) {
        getStyleClass().remove("group-row");
      } else if (!getStyleClass().contains("group-row")) {
        getStyleClass().add("group-row");
      }
    }
  }
}
