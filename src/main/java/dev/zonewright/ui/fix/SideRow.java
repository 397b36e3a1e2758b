package dev.zonewright.ui.fix;

import dev.zonewright.text.LineDiff;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a diff with both texts beside each other.
 *
 * @param before the line before; null where a line comes, or between two stretches
 * @param after the line after; null where a line goes
 */
record SideRow(LineDiff.@Nullable Line before, LineDiff.@Nullable Line after) {
  /** Whether it stands for lines that are left out. */
  boolean isGap() {
    return before == null && after == null;
  }

  boolean isEqual() {
    return before != null && before.kind() == LineDiff.Kind.EQUAL;
  }

  /** What differs within the two lines of a row that has both. */
  InlineChange inline() {
    String was = before == null ? "" : before.text();
    String is = after == null ? "" : after.text();
    return InlineChange.of(was, is);
  }

  /** The rows of a diff; what goes and what comes in its place stand beside each other. */
  static List<SideRow> of(LineDiff diff) {
    List<SideRow> rows = new ArrayList<>();
    for (LineDiff.Hunk hunk : diff.hunks()) {
      if (!rows.isEmpty()) {
        rows.add(new SideRow(null, null));
      }
      List<LineDiff.Line> removed = new ArrayList<>();
      List<LineDiff.Line> added = new ArrayList<>();
      for (LineDiff.Line line : hunk.lines()) {
        switch (line.kind()) {
          case REMOVED -> {
            if (!added.isEmpty()) {
              pair(removed, added, rows);
            }
            removed.add(line);
          }
          case ADDED -> added.add(line);
          case EQUAL -> {
            pair(removed, added, rows);
            rows.add(new SideRow(line, line));
          }
        }
      }
      pair(removed, added, rows);
    }
    return List.copyOf(rows);
  }

  private static void pair(
      List<LineDiff.Line> removed, List<LineDiff.Line> added, List<SideRow> rows) {
    for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
      rows.add(
          new SideRow(
              i < removed.size() ? removed.get(i) : null, i < added.size() ? added.get(i) : null));
    }
    removed.clear();
    added.clear();
  }
}
