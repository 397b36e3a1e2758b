package dev.zonewright.ui.tree;

import dev.zonewright.ui.Jump;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with the chosen row of the tree. What makes no sense for a row is left out. */
public final class TreeMenu extends ContextMenu {
  private final Supplier<Optional<TreeNode>> chosen;

  /** What the rows ask for. */
  public interface Actions {
    /** Shows the place of a row, and lets the person go on there. */
    void open(Jump at);

    /** Applies all safe fixes in a row, once the person has agreed. */
    void fixAll(TreeNode row);

    /** Shows what to do about incidents, for the workload at a place. */
    void runbook(Jump workload);

    /** Puts words where the person can paste them from. */
    void copy(String words);
  }

  TreeMenu(Supplier<Optional<TreeNode>> chosen, Actions actions) {
    this.chosen = chosen;
    MenuItem open =
        item("tree-open", "Open in the editor", row -> row.jump().ifPresent(actions::open));
    MenuItem fix = item("tree-fix", "Fix all here…", actions::fixAll);
    MenuItem runbook =
        item("tree-runbook", "Incident runbook…", row -> row.jump().ifPresent(actions::runbook));
    MenuItem copy = item("tree-copy", "Copy name", row -> actions.copy(row.nameToCopy()));
    getItems().setAll(open, fix, runbook, new SeparatorMenuItem(), copy);
    setOnShowing(_ -> {
      open.setVisible(is(row -> row.jump().isPresent()));
      fix.setDisable(!is(row -> !row.counts().isEmpty()));
      runbook.setVisible(is(row -> row.runs() && row.jump().isPresent()));
      copy.setDisable(chosen.get().isEmpty());
    });
  }

  private boolean is(Predicate<TreeNode> what) {
    return chosen.get().filter(what).isPresent();
  }

  private MenuItem item(String id, String title, Consumer<TreeNode> action) {
    MenuItem item = new MenuItem(title);
    item.setId(id);
    item.setOnAction(_ -> chosen.get().ifPresent(action));
    return item;
  }
}
