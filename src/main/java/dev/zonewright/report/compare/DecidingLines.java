package dev.zonewright.report.compare;

import dev.zonewright.text.LineDiff;
import java.util.List;

/**
 * The lines that a change wrote or took away, with those around them.
 *
 * @param file that holds them now, or held them
 * @param diff with the numbers of the lines in their files
 */
public record DecidingLines(String file, LineDiff diff) {
  private static final int CONTEXT = 3;

  /** Most of an object that came or went is told by its beginning. */
  private static final int MOST = 40;

  /** A text of a file, and the line of the file at which it starts. */
  record Stretch(String text, int line) {
    static final Stretch NONE = new Stretch("", 1);
  }

  /**
   * The hunk nearest to a line of the file.
   *
   * @param line of the file after, where something is there, else before
   */
  static DecidingLines between(String file, Stretch before, Stretch after, int line) {
    List<LineDiff.Hunk> hunks = LineDiff.of(before.text(), after.text(), CONTEXT);
    LineDiff.Hunk nearest = null;
    int least = Integer.MAX_VALUE;
    for (LineDiff.Hunk hunk : hunks) {
      int from = after.text().isEmpty() ? hunk.before() : hunk.after();
      int count = after.text().isEmpty() ? hunk.beforeCount() : hunk.afterCount();
      int at = line - (after.text().isEmpty() ? before : after).line() + 1;
      int away = at < from ? from - at : Math.max(0, at - from - count + 1);
      if (away < least) {
        least = away;
        nearest = hunk;
      }
    }
    return new DecidingLines(
        file, new LineDiff(nearest == null ? List.of() : List.of(placed(nearest, before, after))));
  }

  /** The same hunk with the numbers of the files. */
  private static LineDiff.Hunk placed(LineDiff.Hunk hunk, Stretch before, Stretch after) {
    int was = before.line() - 1;
    int is = after.line() - 1;
    return new LineDiff.Hunk(
        hunk.before() + was,
        hunk.beforeCount(),
        hunk.after() + is,
        hunk.afterCount(),
        hunk.lines().stream()
            .limit(MOST)
            .map(l ->
                new LineDiff.Line(
                    l.kind(),
                    l.before() == 0 ? 0 : l.before() + was,
                    l.after() == 0 ? 0 : l.after() + is,
                    l.text(),
                    l.newline()))
            .toList());
  }
}
