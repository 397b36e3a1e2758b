package dev.zonewright.ui.editor.text;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.LineDiff;
import dev.zonewright.text.LineIndex;
import dev.zonewright.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** Turns one text into another by edits that leave what is the same in both. */
public final class WholeText {
  // to compare more lines would keep the window from answering
  private static final int MOST_LINES = 2_000;

  private WholeText() {}

  /** One edit, which leaves what both begin and end with; none where both are the same. */
  public static EditSet edit(String from, String to) {
    if (from.equals(to)) {
      return EditSet.EMPTY;
    }
    int least = Math.min(from.length(), to.length());
    int head = 0;
    while (head < least && from.charAt(head) == to.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && from.charAt(from.length() - 1 - tail) == to.charAt(to.length() - 1 - tail)) {
      tail++;
    }
    return EditSet.of(
        TextEdit.replace(head, from.length() - tail, to.substring(head, to.length() - tail)));
  }

  /** An edit for each stretch of lines that differ: a caret on a line between them stays there. */
  public static EditSet byLines(String from, String to) {
    EditSet whole = edit(from, to);
    if (whole.isEmpty()) {
      return whole;
    }
    TextEdit only = whole.edits().getFirst();
    int start = from.lastIndexOf('\n', only.range().start() - 1) + 1;
    int newline = from.indexOf('\n', only.range().end());
    int end = newline < 0 ? from.length() : newline + 1;
    String before = from.substring(start, end);
    String after = to.substring(start, end + only.growth());
    LineIndex old = LineIndex.of(before);
    LineIndex now = LineIndex.of(after);
    if (old.lineCount() + now.lineCount() > MOST_LINES) {
      return whole;
    }
    List<TextEdit> edits = new ArrayList<>();
    for (LineDiff.Hunk hunk : LineDiff.between(before, after, 0).hunks()) {
      int at = startOf(old, hunk.before() - 1, before);
      String gone =
          before.substring(at, startOf(old, hunk.before() - 1 + hunk.beforeCount(), before));
      String come =
          after.substring(
              startOf(now, hunk.after() - 1, after),
              startOf(now, hunk.after() - 1 + hunk.afterCount(), after));
      edits.addAll(edit(gone, come).shift(start + at).edits());
    }
    return new EditSet(edits);
  }

  private static int startOf(LineIndex lines, int line, String text) {
    return line < lines.lineCount() ? lines.startOf(line) : text.length();
  }
}
