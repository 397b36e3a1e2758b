package dev.zonewright.ui.fix;

import dev.zonewright.analysis.LocatedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The fixes to tick: files, in them controls, in them findings; then what cannot be fixed. Space
 * ticks. Lines are made when their group is opened, and ask the model for their ticks.
 */
final class FixTree extends TreeView<FixRow> {
  /** Of so many files all are open at first; of more only the first. */
  private static final int OPEN_FILES = 12;

  private final FixAllModel model;
  private final List<FixCell> cells = new ArrayList<>();
  private Map<LocatedFinding.Key, String> refused = Map.of();

  FixTree(FixAllModel model) {
    this.model = model;
    setId("fix-all-tree");
    setAccessibleText("Fixes by file and control");
    setShowRoot(false);
    setCellFactory(_ -> {
      FixCell cell = new FixCell(this);
      cells.add(cell);
      return cell;
    });
    TreeItem<FixRow> root = new TreeItem<>();
    FixRow.of(model.choices()).forEach(row -> root.getChildren().add(new Lazy(row)));
    ObservableList<TreeItem<FixRow>> top = root.getChildren();
    for (int i = 0; i < (top.size() <= OPEN_FILES ? top.size() : 1); i++) {
      boolean tickable = !top.get(i).getValue().items().isEmpty();
      top.get(i).setExpanded(tickable || top.size() == 1);
    }
    setRoot(root);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          TreeItem<FixRow> item = getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.SPACE && item != null) {
            toggle(item.getValue());
            event.consume();
          }
        });
    getSelectionModel().selectFirst();
  }

  /** Ticks all that a line stands for, or takes the ticks away where all are there. */
  void toggle(FixRow row) {
    if (!row.items().isEmpty()) {
      model.tick(row.items(), stateOf(row) != FixChoices.Tick.ALL);
      cells.forEach(FixCell::show);
    }
  }

  /** Says which fixes could not be made in the last try. */
  void show(Map<LocatedFinding.Key, String> refusals) {
    if (!refused.equals(refusals)) {
      refused = refusals;
      cells.forEach(FixCell::show);
    }
  }

  FixChoices.Tick stateOf(FixRow row) {
    return model.choices().stateOf(row.items());
  }

  int tickedIn(FixRow row) {
    return model.choices().countIn(row.items());
  }

  /** How many of the fixes of a line could not be made. */
  int refusedIn(FixRow row) {
    return refused.isEmpty()
        ? 0
        : (int) row.items().stream().filter(i -> refused.containsKey(i.finding().key())).count();
  }

  /** What to know about a line. */
  String explanation(@Nullable TreeItem<FixRow> item) {
    return item == null ? "" : item.getValue().explanation(refused);
  }

  /** Makes its children when they are first asked for. */
  private static final class Lazy extends TreeItem<FixRow> {
    private final boolean leaf;
    private boolean made;

    Lazy(FixRow row) {
      super(row);
      leaf = row instanceof FixRow.One || row instanceof FixRow.UnfixableOne;
    }

    @Override
    public boolean isLeaf() {
      return leaf;
    }

    @Override
    public ObservableList<TreeItem<FixRow>> getChildren() {
      if (!made) {
        made = true;
        super.getChildren()
            .setAll(getValue().children().stream().map(row -> new Lazy(row)).toList());
      }
      return super.getChildren();
    }
  }
}
