package dev.zonewright.planted;

import dev.zonewright.ui.Tip;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;

/** All words that the open windows show or would show: what is under the mouse and in menus too. */
public final class ShownWords {
  /** About as many rows as a short table shows at once. */
  private static final int STEP = 8;

  private final Set<String> words = new LinkedHashSet<>();

  /** Takes in what is shown now. */
  public void look() {
    for (Window window : List.copyOf(Window.getWindows())) {
      say(window instanceof Stage stage ? stage.getTitle() : null);
      take(window.getScene().getRoot());
    }
  }

  /** The same, with each table and list from its first row to its last. */
  public void lookThrough() {
    look();
    List.copyOf(Window.getWindows()).forEach(window -> rolling(window.getScene().getRoot()));
  }

  /** Takes in words that need no window. */
  public void say(@Nullable String word) {
    if (word != null && !word.isBlank()) {
      words.add(word);
    }
  }

  /** All of it, a line for each. */
  public String all() {
    return String.join("\n", words);
  }

  private void rolling(Node node) {
    switch (node) {
      case TableView<?> table -> roll(table, table.getItems().size(), table::scrollTo);
      case TreeTableView<?> tree ->
          roll(tree, tree.getExpandedItemCount(), row -> tree.scrollTo(row));
      case TreeView<?> tree -> roll(tree, tree.getExpandedItemCount(), row -> tree.scrollTo(row));
      case ListView<?> list -> roll(list, list.getItems().size(), row -> list.scrollTo(row));
      case Parent parent -> List.copyOf(parent.getChildrenUnmodifiable()).forEach(this::rolling);
      default -> {}
    }
  }

  private void roll(Control rows, int count, IntConsumer to) {
    if (rows.isVisible()) {
      for (int row = 0; row < count; row += STEP) {
        to.accept(row);
        rows.layout();
        take(rows);
      }
    }
  }

  private void take(Node node) {
    if (node instanceof GenericStyledArea) {
      return; // the editor shows the person's own file
    }
    say(Tip.words(node));
    say(node.getAccessibleText());
    say(node.getAccessibleHelp());
    if (node instanceof Control control) {
      Optional.ofNullable(control.getTooltip()).map(Tooltip::getText).ifPresent(this::say);
      Optional.ofNullable(control.getContextMenu()).ifPresent(menu -> take(menu.getItems()));
    }
    switch (node) {
      case Labeled labeled -> say(labeled.getText());
      case Text text -> say(text.getText());
      case TextInputControl input -> {
        say(input.getText());
        say(input.getPromptText());
      }
      case TabPane tabs ->
          tabs.getTabs()
              .forEach(tab -> {
                say(tab.getText());
                Optional.ofNullable(tab.getTooltip()).map(Tooltip::getText).ifPresent(this::say);
              });
      default -> {}
    }
    if (node instanceof MenuButton menu) {
      take(menu.getItems());
    }
    if (node instanceof Parent parent) {
      List.copyOf(parent.getChildrenUnmodifiable()).forEach(this::take);
    }
  }

  private void take(List<MenuItem> items) {
    for (MenuItem item : List.copyOf(items)) {
      say(item.getText());
      if (item instanceof Menu menu) {
        take(menu.getItems());
      }
    }
  }
}
