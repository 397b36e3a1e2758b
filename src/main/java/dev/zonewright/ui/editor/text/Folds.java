package dev.zonewright.ui.editor.text;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The lines of a text that are folded away, and where what is left stands when it is shown without
 * them. A fold hides the lines after its first, which stays; one inside another counts when the
 * outer one is opened. Lines from 0. A value; it holds for the text it was made of.
 */
public final class Folds {
  /** Nothing is folded. */
  public static final Folds NONE = new Folds(new TreeMap<>(), new TextBuffer());

  // first line to last, also of folds inside others
  private final NavigableMap<Integer, Integer> all;
  private final int count;
  // the outermost: their lines, and the characters that are hidden, with all hidden before each
  private final int[] firsts;
  private final int[] lasts;
  private final int[] linesBefore;
  private final int[] starts;
  private final int[] ends;
  private final int[] hiddenBefore;

  private Folds(NavigableMap<Integer, Integer> all, TextBuffer text) {
    this.all = all;
    int size = all.size();
    firsts = new int[size];
    lasts = new int[size];
    linesBefore = new int[size + 1];
    starts = new int[size];
    ends = new int[size];
    hiddenBefore = new int[size + 1];
    int n = 0;
    for (Map.Entry<Integer, Integer> fold : all.entrySet()) {
      int last = Math.min(fold.getValue(), text.lineCount() - 1);
      if (n > 0 && fold.getKey() <= lasts[n - 1]) {
        if (last > lasts[n - 1]) {
          n--;
        } else {
          continue;
        }
      } else {
        firsts[n] = fold.getKey();
      }
      lasts[n] = last;
      starts[n] = text.endOf(firsts[n]);
      ends[n] = text.endOf(last);
      linesBefore[n + 1] = linesBefore[n] + last - firsts[n];
      hiddenBefore[n + 1] = hiddenBefore[n] + ends[n] - starts[n];
      n++;
    }
    count = n;
  }

  /** Folds of a text, first line to last. */
  public static Folds of(Map<Integer, Integer> lines, TextBuffer text) {
    NavigableMap<Integer, Integer> inside = new TreeMap<>();
    lines.forEach((first, last) -> {
      if (first >= 0 && last > first && first + 1 < text.lineCount()) {
        inside.put(first, last);
      }
    });
    return inside.isEmpty() ? NONE : new Folds(inside, text);
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** First line to last of all, also of those inside others. */
  public NavigableMap<Integer, Integer> lines() {
    return new TreeMap<>(all);
  }

  /** Whether the line is the first of a fold that can be seen. */
  public boolean isFolded(int line) {
    int at = lastFrom(firsts, line);
    return at >= 0 && firsts[at] == line;
  }

  public boolean isHidden(int line) {
    int at = lastFrom(firsts, line);
    return at >= 0 && line > firsts[at] && line <= lasts[at];
  }

  /** The last line that the fold on a line hides; empty where none is folded. */
  public OptionalInt lastOf(int line) {
    int at = lastFrom(firsts, line);
    return at >= 0 && firsts[at] == line ? OptionalInt.of(lasts[at]) : OptionalInt.empty();
  }

  /** How many lines are hidden. */
  public int hiddenLines() {
    return linesBefore[count];
  }

  /** Where a line is shown; a hidden one with the first line of its fold. */
  public int shownLine(int line) {
    int at = lastFrom(firsts, line - 1);
    if (at < 0) {
      return line;
    }
    return line <= lasts[at] ? firsts[at] - linesBefore[at] : line - linesBefore[at + 1];
  }

  /** The line that is shown somewhere. */
  public int lineShown(int shown) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (firsts[middle] - linesBefore[middle] < shown) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return shown + linesBefore[low];
  }

  /** Where an offset of the text stands in what is shown; a hidden one at the end of its line. */
  public int shown(int offset) {
    int at = lastFrom(starts, offset - 1);
    if (at < 0) {
      return offset;
    }
    return offset <= ends[at] ? starts[at] - hiddenBefore[at] : offset - hiddenBefore[at + 1];
  }

  /** The offset in the text of an offset in what is shown. */
  public int offset(int shown) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] - hiddenBefore[middle] < shown) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return shown + hiddenBefore[low];
  }

  /** How many characters are hidden. */
  public int hidden() {
    return hiddenBefore[count];
  }

  /** What is shown of a stretch of the text. */
  public String shownOf(TextBuffer text, int start, int end) {
    StringBuilder out = new StringBuilder();
    int from = start;
    for (int i = Math.max(0, lastFrom(starts, start)); i < count && starts[i] < end; i++) {
      if (ends[i] > from) {
        if (starts[i] > from) {
          out.append(text.slice(from, starts[i]));
        }
        from = ends[i];
      }
    }
    return from < end ? out.append(text.slice(from, end)).toString() : out.toString();
  }

  /** The folds without those that hide a line of a range. */
  public Folds showing(int first, int last, TextBuffer text) {
    NavigableMap<Integer, Integer> left = new TreeMap<>(all);
    left.entrySet().removeIf(fold -> last > fold.getKey() && first <= fold.getValue());
    return left.size() == all.size() ? this : of(left, text);
  }

  /**
   * The folds after edits that the text has seen: those whose hidden lines were edited are open.
   *
   * @param inverse the edits that take them back
   */
  public Folds after(EditSet edits, EditSet inverse, TextBuffer text) {
    if (all.isEmpty()) {
      return this;
    }
    if (edits.edits().size() != inverse.edits().size()) {
      return NONE;
    }
    NavigableMap<Integer, Integer> left = new TreeMap<>(all);
    // from the end, so that the lines before an edit are still numbered as they were
    int[] shifts = new int[edits.edits().size() + 1];
    for (int i = 0; i < edits.edits().size(); i++) {
      TextEdit back = inverse.edits().get(i);
      shifts[i + 1] =
          shifts[i] + newlines(edits.edits().get(i).replacement()) - newlines(back.replacement());
    }
    for (int i = edits.edits().size() - 1; i >= 0; i--) {
      TextEdit edit = edits.edits().get(i);
      TextEdit back = inverse.edits().get(i);
      int line = text.lineOf(back.range().start());
      boolean atStart = back.range().start() == text.startOf(line);
      boolean wholeLines =
          endsLine(edit.replacement(), atStart) && endsLine(back.replacement(), atStart);
      left =
          after(
              left,
              line - shifts[i],
              newlines(back.replacement()),
              shifts[i + 1] - shifts[i],
              wholeLines);
    }
    return of(left, text);
  }

  private static boolean endsLine(String text, boolean atStart) {
    return text.isEmpty() ? atStart : text.endsWith("\n");
  }

  /**
   * After one edit, which begins on a line and takes {@code gone} line ends away.
   *
   * @param wholeLines whether the line on which it ends is the same after it
   */
  private static NavigableMap<Integer, Integer> after(
      NavigableMap<Integer, Integer> folds, int line, int gone, int growth, boolean wholeLines) {
    boolean oneLine = gone == 0 && growth == 0;
    NavigableMap<Integer, Integer> left = new TreeMap<>();
    folds.forEach((first, last) -> {
      if (line > last) {
        left.put(first, last);
      } else if (line + gone < first || (wholeLines && line + gone == first)) {
        left.put(first + growth, last + growth);
      } else if (oneLine && line == first) {
        left.put(first, last);
      }
    });
    return left;
  }

  private static int newlines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  /** The index of the last of the outermost folds whose number is not above a value; else -1. */
  private int lastFrom(int[] numbers, int value) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** The first and the last line on which two differ, for one text; empty where they do not. */
  public Optional<int[]> differing(Folds other) {
    NavigableMap<Integer, Integer> mine = outermost();
    NavigableMap<Integer, Integer> theirs = other.outermost();
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (Map.Entry<Integer, Integer> fold : mine.entrySet()) {
      if (!fold.getValue().equals(theirs.remove(fold.getKey()))) {
        first = Math.min(first, fold.getKey());
        last = Math.max(last, fold.getValue());
      }
    }
    for (Map.Entry<Integer, Integer> fold : theirs.entrySet()) {
      first = Math.min(first, fold.getKey());
      last = Math.max(last, fold.getValue());
    }
    return last < 0 ? Optional.empty() : Optional.of(new int[] {first, last});
  }

  private NavigableMap<Integer, Integer> outermost() {
    NavigableMap<Integer, Integer> out = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      out.put(firsts[i], lasts[i]);
    }
    return out;
  }
}
