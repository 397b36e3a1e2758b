package dev.zonewright.text;

import com.github.difflib.algorithm.Change;
import com.github.difflib.patch.DeltaType;
import dev.zonewright.text.LineDiff.Hunk;
import dev.zonewright.text.LineDiff.Kind;
import dev.zonewright.text.LineDiff.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Groups changes of lines into hunks. */
final class DiffHunks {
  private DiffHunks() {}

  /**
   * The hunks of two lists of lines, newlines included.
   *
   * @param changes in any order, not overlapping, with offsets from 0
   */
  static List<Hunk> group(List<String> a, List<String> b, List<Change> changes, int context) {
    List<Change> sorted = joined(changes);
    List<Hunk> hunks = new ArrayList<>();
    int at = 0;
    while (at < sorted.size()) {
      int last = at;
      while (last + 1 < sorted.size()
          && sorted.get(last + 1).startOriginal - sorted.get(last).endOriginal <= 2 * context) {
        last++;
      }
      hunks.add(hunk(a, b, sorted.subList(at, last + 1), context));
      at = last + 1;
    }
    return hunks;
  }

  /** In order, and those that touch made one, so that what goes stands before what comes. */
  private static List<Change> joined(List<Change> changes) {
    List<Change> sorted = new ArrayList<>(changes);
    sorted.sort(
        Comparator.comparingInt((Change c) -> c.startOriginal)
            .thenComparingInt(c -> c.startRevised));
    List<Change> out = new ArrayList<>();
    for (Change change : sorted) {
      Change last = out.isEmpty() ? null : out.getLast();
      if (last != null
          && last.endOriginal == change.startOriginal
          && last.endRevised == change.startRevised) {
        out.removeLast();
        out.add(
            new Change(
                DeltaType.CHANGE,
                last.startOriginal,
                change.endOriginal,
                last.startRevised,
                change.endRevised));
      } else {
        out.add(change);
      }
    }
    return out;
  }

  private static Hunk hunk(List<String> a, List<String> b, List<Change> changes, int context) {
    Change first = changes.getFirst();
    int lead = Math.min(context, first.startOriginal);
    int i = first.startOriginal - lead;
    int j = first.startRevised - lead;
    int startA = i;
    int startB = j;
    List<Line> lines = new ArrayList<>();
    for (Change change : changes) {
      for (; i < change.startOriginal; i++, j++) {
        lines.add(line(Kind.EQUAL, i + 1, j + 1, a.get(i)));
      }
      for (; i < change.endOriginal; i++) {
        lines.add(line(Kind.REMOVED, i + 1, 0, a.get(i)));
      }
      for (; j < change.endRevised; j++) {
        lines.add(line(Kind.ADDED, 0, j + 1, b.get(j)));
      }
    }
    for (int end = Math.min(a.size(), i + context); i < end; i++, j++) {
      lines.add(line(Kind.EQUAL, i + 1, j + 1, a.get(i)));
    }
    return new Hunk(startA + 1, i - startA, startB + 1, j - startB, lines);
  }

  private static Line line(Kind kind, int before, int after, String text) {
    boolean newline = text.endsWith("\n");
    String shown = newline ? text.substring(0, text.length() - 1) : text;
    return new Line(kind, before, after, shown, newline);
  }

  /** In each run of removed and added lines the longer side counts. */
  static int changedLines(List<Line> lines) {
    int changed = 0;
    int removed = 0;
    int added = 0;
    for (Line line : lines) {
      switch (line.kind()) {
        case EQUAL -> {
          changed += Math.max(removed, added);
          removed = 0;
          added = 0;
        }
        case REMOVED -> removed++;
        case ADDED -> added++;
      }
    }
    return changed + Math.max(removed, added);
  }
}
