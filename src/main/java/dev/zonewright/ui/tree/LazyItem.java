package dev.zonewright.ui.tree;

import java.util.List;
import java.util.function.BiFunction;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** A row whose children are made when somebody asks for them: most rows of a platform never are. */
final class LazyItem extends TreeItem<TreeNode> {
  private final BiFunction<TreeNode, Integer, TreeItem<TreeNode>> make;
  private boolean made;

  /**
   * A row.
   *
   * @param make makes the row of a child, from the child and the number of its siblings
   */
  LazyItem(TreeNode node, BiFunction<TreeNode, Integer, TreeItem<TreeNode>> make) {
    super(node);
    this.make = make;
  }

  @Override
  public ObservableList<TreeItem<TreeNode>> getChildren() {
    if (!made) {
      made = true;
      List<TreeNode> children = getValue().children();
      super.getChildren()
          .setAll(children.stream().map(c -> make.apply(c, children.size())).toList());
    }
    return super.getChildren();
  }

  @Override
  public boolean isLeaf() {
    return getValue().children().isEmpty();
  }
}
