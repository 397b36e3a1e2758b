package dev.zonewright.ui.editor;

import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.paint.EditorArea;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The context menu of the editor. */
final class EditorMenu {
  private EditorMenu() {}

  static ContextMenu of(EditorArea area, EditorModel model, EditorCommands commands) {
    MenuItem fixes = item("Show fixes…", EditorCommand.FIX, commands);
    MenuItem explain = item("Explain this control", EditorCommand.EXPLAIN, commands);
    MenuItem undo = item("Undo", EditorCommand.UNDO, commands);
    undo.disableProperty().bind(model.canUndoProperty().not());
    MenuItem redo = item("Redo", EditorCommand.REDO, commands);
    redo.disableProperty().bind(model.canRedoProperty().not());
    ContextMenu menu =
        new ContextMenu(
            fixes,
            explain,
            new SeparatorMenuItem(),
            undo,
            redo,
            new SeparatorMenuItem(),
            item("Cut", area::cut),
            item("Copy", area::copy),
            item("Paste", area::paste),
            item("Select all", area::selectAll),
            new SeparatorMenuItem(),
            item("Find…", EditorCommand.FIND, commands),
            item("Go to object…", EditorCommand.OUTLINE, commands),
            item("Toggle comment", EditorCommand.COMMENT, commands),
            item("Fold", EditorCommand.FOLD, commands),
            item("Unfold", EditorCommand.UNFOLD, commands));
    area.setOnContextMenuRequested(e -> {
      if (area.getSelection().getLength() == 0 && !e.isKeyboardTrigger()) {
        area.moveTo(area.hit(e.getX(), e.getY()).getInsertionIndex());
      }
      boolean none = model.findingsAtCaret().isEmpty();
      fixes.setDisable(none);
      explain.setDisable(none);
    });
    return menu;
  }

  private static MenuItem item(String text, EditorCommand command, EditorCommands commands) {
    MenuItem item = item(text, () -> commands.run(command));
    item.setAccelerator(command.combination());
    return item;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
