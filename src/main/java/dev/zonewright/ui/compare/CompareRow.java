package dev.zonewright.ui.compare;

import dev.zonewright.text.LineDiff;
import java.util.ArrayList;
import java.util.List;

/** A row of the two texts: a line, or how many lines that stayed as they are stand there. */
sealed interface CompareRow {
  /** A line that differs, or one beside it. */
  record Shown(LineDiff.Line line) implements CompareRow {}

  /** Lines that are the same on both sides. */
  record LeftOut(int lines) implements CompareRow {}

  /**
   * The rows of a diff.
   *
   * @param lines how many lines the text after has
   */
  static List<CompareRow> of(LineDiff diff, int lines) {
    List<CompareRow> rows = new ArrayList<>();
    int next = 1;
    for (LineDiff.Hunk hunk : diff.hunks()) {
      leaveOut(hunk.after() - next, rows);
      hunk.lines().forEach(line -> rows.add(new Shown(line)));
      next = hunk.after() + hunk.afterCount();
    }
    if (!rows.isEmpty()) {
      leaveOut(lines + 1 - next, rows);
    }
    return List.copyOf(rows);
  }

  private static void leaveOut(int lines, List<CompareRow> rows) {
    if (lines > 0) {
      rows.add(new LeftOut(lines));
    }
  }
}
