package dev.zonewright.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/**
 * Writes Markdown whose tables may be cut, so that the whole fits into a comment of a pull request:
 * GitHub refuses one of more than 65,536 characters.
 */
public final class MarkdownTables {
  /** With room left for the heads and sentences that are never cut. */
  private static final int ROOM = 56_000;

  private static final int ROWS = 30;

  private final PrintWriter out;
  private final boolean cut;
  private int used;
  private boolean leftOut;

  private MarkdownTables(PrintWriter out, boolean cut) {
    this.out = out;
    this.cut = cut;
  }

  /** Every row is written. */
  public static MarkdownTables whole(PrintWriter out) {
    return new MarkdownTables(out, false);
  }

  /** A table has its first rows only, and says how many more there are. */
  public static MarkdownTables cut(PrintWriter out) {
    return new MarkdownTables(out, true);
  }

  public boolean isCut() {
    return cut;
  }

  /** Whether a row was left out so far. */
  public boolean hasLeftOut() {
    return leftOut;
  }

  /** The number of rows of which a table shows the first. */
  public int rows() {
    return cut ? ROWS : Integer.MAX_VALUE;
  }

  public void print(String text) {
    used += text.length();
    out.print(text);
  }

  /**
   * The rows of a table, as far as there is room, and an empty line.
   *
   * @param all in the order of their weight, for the first ones stay
   * @param row a row with its line end
   * @param one what a row is about: “finding”
   * @param many of several of them
   */
  public <T> void rows(List<T> all, Function<T, String> row, String one, String many) {
    int shown = 0;
    for (T item : all) {
      if (shown == rows()) {
        break;
      }
      String text = row.apply(item);
      if (cut && used + text.length() > ROOM) {
        break;
      }
      print(text);
      shown++;
    }
    int left = all.size() - shown;
    if (left > 0) {
      leftOut = true;
      print("\n… and %,d more %s\n".formatted(left, left == 1 ? one : many));
    }
    print("\n");
  }
}
