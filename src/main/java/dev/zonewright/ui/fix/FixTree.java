package dev.zonewright.ui.fix;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.CheckBoxTreeItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.cell.CheckBoxTreeCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The fixes to tick: files, in them controls, in them findings. Space ticks. */
final class FixTree extends TreeView<FixTree.Row> {
  private final FixChoices choices;
  private final BiConsumer<List<FixChoices.Item>, Boolean> tick;

  /** A line of the tree. */
  record Row(String file, String text, boolean forReview, List<FixChoices.Item> items) {
    static Row of(FixChoices.FileGroup group) {
      return new Row(group.file(), group.file(), false, group.items());
    }

    static Row of(FixChoices.ControlGroup group) {
      return new Row(
          group.file(),
          group.control() + " · " + group.items().size(),
          group.forReview(),
          group.items());
    }

    static Row of(FixChoices.Item item) {
      return new Row(item.finding().file(), item.title(), item.isForReview(), List.of(item));
    }
  }

  /**
   * A tree.
   *
   * @param tick hears which were ticked, or lost their ticks
   */
  FixTree(FixChoices choices, BiConsumer<List<FixChoices.Item>, Boolean> tick) {
    this.choices = choices;
    this.tick = tick;
    setId("fix-all-tree");
    setAccessibleText("Fixes by file and control");
    setShowRoot(false);
    setCellFactory(_ -> new RowCell());
    TreeItem<Row> root = new TreeItem<>(new Row("", "", false, List.of()));
    for (FixChoices.FileGroup file : choices.files()) {
      root.getChildren().add(file(file));
    }
    setRoot(root);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.SPACE
              && getSelectionModel().getSelectedItem() instanceof CheckBoxTreeItem<Row> item) {
            item.setSelected(item.isIndeterminate() || !item.isSelected());
            event.consume();
          }
        });
    getSelectionModel().selectFirst();
  }

  private TreeItem<Row> file(FixChoices.FileGroup group) {
    CheckBoxTreeItem<Row> file = new CheckBoxTreeItem<>(Row.of(group));
    for (FixChoices.ControlGroup controls : group.controls()) {
      CheckBoxTreeItem<Row> control = new CheckBoxTreeItem<>(Row.of(controls));
      file.getChildren().add(control);
      for (FixChoices.Item item : controls.items()) {
        CheckBoxTreeItem<Row> leaf = new CheckBoxTreeItem<>(Row.of(item));
        control.getChildren().add(leaf);
      }
    }
    // groups follow what they hold, once they hold it: ticked, not, or in between
    file.getChildren().forEach(control -> control.getChildren().forEach(this::follow));
    file.setExpanded(true);
    return file;
  }

  private void follow(TreeItem<Row> item) {
    if (item instanceof CheckBoxTreeItem<Row> leaf) {
      List<FixChoices.Item> items = leaf.getValue().items();
      leaf.setSelected(choices.isTicked(items.getFirst()));
      leaf.selectedProperty().addListener((_, _, on) -> tick.accept(items, on));
    }
  }

  private static final class RowCell extends CheckBoxTreeCell<Row> {
    @Override
    public void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setText(null);
        setAccessibleText(null);
        return;
      }
      setText(row.forReview() ? row.text() + "  (review)" : row.text());
      setAccessibleText(getText());
      setTooltip(new Tooltip(getText()));
    }
  }
}
