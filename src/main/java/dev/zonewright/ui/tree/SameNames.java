package dev.zonewright.ui.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows with the same words get what tells them apart: the end of the name of their file. */
final class SameNames {
  /** Between the kind and what tells rows of the same words apart. */
  static final String SEPARATOR = " · ";

  private SameNames() {}

  static List<TreeNode> apart(List<TreeNode> rows) {
    Map<String, List<TreeNode>> same =
        rows.stream().collect(Collectors.groupingBy(SameNames::words));
    List<TreeNode> out = new ArrayList<>();
    for (TreeNode row : rows) {
      List<TreeNode> others = same.getOrDefault(words(row), List.of());
      out.add(others.size() > 1 ? apart(row, others) : row);
    }
    return out;
  }

  private static String words(TreeNode row) {
    return row.title() + "\n" + row.detail();
  }

  private static TreeNode apart(TreeNode row, List<TreeNode> same) {
    String file = file(row);
    List<String> others = same.stream().map(SameNames::file).filter(f -> !f.equals(file)).toList();
    // in one file, only the line tells them apart
    return others.size() < same.size() - 1
        ? row.withDetail(row.detail() + SEPARATOR + "line " + line(row))
        : row.withDetail(row.detail() + SEPARATOR + end(file, others));
  }

  // the id of an object's row ends in the line that it starts in
  private static String line(TreeNode row) {
    return row.id().substring(row.id().lastIndexOf('\n') + 1);
  }

  private static String file(TreeNode row) {
    return row.jump().map(j -> j.file()).orElse("");
  }

  /** The fewest last parts of a file's name that no other of the files ends in. */
  static String end(String file, List<String> others) {
    int slash = file.lastIndexOf('/');
    while (slash > 0) {
      String end = file.substring(slash);
      if (others.stream().noneMatch(o -> ("/" + o).endsWith(end))) {
        return end.substring(1);
      }
      slash = file.lastIndexOf('/', slash - 1);
    }
    return file;
  }
}
