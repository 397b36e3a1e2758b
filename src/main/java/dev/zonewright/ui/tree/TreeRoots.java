package dev.zonewright.ui.tree;

import dev.zonewright.analysis.Analysis;
import java.util.List;

/**
 * The rows of one view of one analysis; built in the background, for the objects may be thousands.
 */
public record TreeRoots(Analysis analysis, TreeModel.View view, List<TreeNode> roots) {
  public TreeRoots {
    roots = List.copyOf(roots);
  }

  public static TreeRoots of(Analysis analysis, TreeModel.View view) {
    return new TreeRoots(analysis, view, Trees.of(analysis, view));
  }
}
