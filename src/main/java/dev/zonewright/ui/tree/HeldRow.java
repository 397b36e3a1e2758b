package dev.zonewright.ui.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;

/**
 * The row that stays where it is when others come in above it: the chosen one while it is in view,
 * otherwise the first in view.
 *
 * @param way the ids of the rows down to it
 * @param row its number
 * @param above how many rows are in view above it
 */
record HeldRow(List<String> way, int row, int above) {
  /** Empty where the tree is at its top, and shows nothing that was chosen. */
  static Optional<HeldRow> of(TreeView<TreeNode> tree) {
    if (!(tree.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
        || flow.getFirstVisibleCell() == null) {
      return Optional.empty();
    }
    int first = flow.getFirstVisibleCell().getIndex();
    int last = flow.getLastVisibleCell().getIndex();
    int chosen = tree.getSelectionModel().getSelectedIndex();
    int row = first <= chosen && chosen <= last ? chosen : first;
    TreeItem<TreeNode> item = tree.getTreeItem(row);
    return item == null || row == 0
        ? Optional.empty()
        : Optional.of(new HeldRow(wayTo(item), row, row - first));
  }

  /** The number of the row that is to be the first in view; empty to leave the view as it is. */
  OptionalInt top(TreeView<TreeNode> tree) {
    Optional<TreeItem<TreeNode>> at = Optional.of(tree.getRoot());
    for (String id : way) {
      at = at.flatMap(above -> below(above, id));
    }
    int now = at.map(tree::getRow).orElse(row);
    return now == row ? OptionalInt.empty() : OptionalInt.of(Math.max(0, now - above));
  }

  /** The ids of the rows down to one, itself included. */
  static List<String> wayTo(TreeItem<TreeNode> item) {
    List<String> way = new ArrayList<>();
    for (TreeItem<TreeNode> at = item; at.getParent() != null; at = at.getParent()) {
      way.addFirst(at.getValue().id());
    }
    return List.copyOf(way);
  }

  static Optional<TreeItem<TreeNode>> below(TreeItem<TreeNode> above, String id) {
    return above.getChildren().stream().filter(item -> item.getValue().id().equals(id)).findFirst();
  }
}
