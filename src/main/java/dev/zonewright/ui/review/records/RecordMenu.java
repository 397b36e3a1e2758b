package dev.zonewright.ui.review.records;

import java.util.Optional;
import javafx.event.EventTarget;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What can be done with the entry of a row, by keys and in a menu. */
final class RecordMenu<R> {
  private static final KeyCombination MENU =
      new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

  private final TableView<R> table;
  private final ContextMenu menu = new ContextMenu();
  private final Runnable remove;

  /**
   * A menu.
   *
   * @param go goes to the entry of the row that is chosen
   * @param remove takes that entry out of the review file
   */
  RecordMenu(TableView<R> table, Runnable go, Runnable remove) {
    this.table = table;
    this.remove = remove;
    menu.setId(table.getId() + "-menu");
    menu.getItems().add(item("go", "Go to line", "Enter", go));
    menu.getItems().add(item("remove", "Remove…", "Delete", remove));
    // tables take keys for themselves
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::asked);
  }

  private MenuItem item(String id, String words, String keys, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setId(table.getId() + "-menu-" + id);
    item.setAccelerator(KeyCombination.valueOf(keys));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private boolean isChosen(EventTarget at) {
    return at.equals(table) && table.getSelectionModel().getSelectedItem() != null;
  }

  private void press(KeyEvent event) {
    if (!isChosen(event.getTarget())) {
      return;
    }
    if (event.getCode() == KeyCode.DELETE) {
      event.consume();
      remove.run();
    } else if (MENU.match(event) || event.getCode() == KeyCode.CONTEXT_MENU) {
      event.consume();
      menu.show(rowOnShow(table), Side.BOTTOM, 0, 0);
    }
  }

  private void asked(ContextMenuEvent event) {
    // the keys that ask for it have been seen to already
    if (!event.isKeyboardTrigger()
        && Optional.ofNullable(table.getSelectionModel().getSelectedItem()).isPresent()) {
      menu.show(table, event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  /** The row that is chosen, near which a menu opens; the table where it is out of view. */
  static Node rowOnShow(TableView<?> table) {
    return table.lookupAll(".table-row-cell").stream()
        .filter(n -> n instanceof TableRow<?> r && r.isSelected() && r.isVisible())
        .findFirst()
        .orElse(table);
  }
}
