package dev.zonewright.ui.tree;

import dev.zonewright.ui.Jump;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with a row of the tree. What makes no sense for a row is left out. */
public final class TreeMenu {
  private TreeMenu() {}

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

  /** The menu of a row; made anew, for a pop-up that was hidden has forgotten its colours. */
  static ContextMenu of(TreeNode row, Actions actions) {
    List<MenuItem> items = new ArrayList<>();
    row.jump()
        .ifPresent(at -> {
          items.add(item("tree-open", "Open in the editor", () -> actions.open(at)));
          if (row.runs()) {
            items.add(item("tree-runbook", "Incident runbook…", () -> actions.runbook(at)));
          }
        });
    MenuItem fix = item("tree-fix", "Fix all here…", () -> actions.fixAll(row));
    // greyed rather than gone: it says that there is nothing to fix
    fix.setDisable(row.counts().isEmpty());
    items.add(fix);
    items.add(new SeparatorMenuItem());
    items.add(item("tree-copy", "Copy name", () -> actions.copy(row.nameToCopy())));
    ContextMenu menu = new ContextMenu(items.toArray(MenuItem[]::new));
    menu.setId("tree-menu");
    return menu;
  }

  private static MenuItem item(String id, String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
