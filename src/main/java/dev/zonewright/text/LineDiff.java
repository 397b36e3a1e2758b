package dev.zonewright.text;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What differs between two LF texts, line by line, in hunks with some equal lines around them.
 *
 * <p>Lines that only differ in whether the text ends after them without a newline count as
 * different.
 *
 * @param hunks in the order of the text; empty when the texts are the same
 */
public record LineDiff(List<Hunk> hunks) {
  /** How many equal lines stand around a change when nobody says otherwise. */
  public static final int CONTEXT = 3;

  private static final int PIECE = 1 << 16;

  private static final String NO_NEWLINE = "\\ No newline at end of file\n";

  public LineDiff {
    hunks = List.copyOf(hunks);
  }

  /** What a line of a hunk is. */
  public enum Kind {
    EQUAL(' '),
    REMOVED('-'),
    ADDED('+');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }

    /** The character that unified diffs put before the line. */
    public char sign() {
      return sign;
    }
  }

  /**
   * A line of a hunk.
   *
   * @param before its number in the text before, from 1; 0 for an added line
   * @param after its number in the text after, from 1; 0 for a removed line
   * @param text without its newline
   * @param newline whether a newline ends it
   */
  public record Line(Kind kind, int before, int after, String text, boolean newline) {
    /** The number to show where there is one column: of a removed line the old, else the new. */
    public int number() {
      return kind == Kind.REMOVED ? before : after;
    }
  }

  /**
   * Changes that stand near each other.
   *
   * @param before the first line in the text before, from 1
   * @param beforeCount how many lines of the text before
   * @param after the first line in the text after, from 1
   * @param afterCount how many lines of the text after
   */
  public record Hunk(int before, int beforeCount, int after, int afterCount, List<Line> lines) {
    public Hunk {
      lines = List.copyOf(lines);
    }
  }

  /** The lines of the text before that change or beside which something comes in, from 1. */
  public Set<Integer> touched() {
    Set<Integer> out = new TreeSet<>();
    for (Hunk hunk : hunks) {
      int last = 0;
      boolean comes = false;
      for (Line line : hunk.lines()) {
        if (line.kind() == Kind.ADDED) {
          out.add(last);
        } else {
          last = line.before();
          if (line.kind() == Kind.REMOVED || comes) {
            out.add(last);
          }
        }
        comes = line.kind() == Kind.ADDED;
      }
    }
    out.remove(0);
    return out;
  }

  /** The hunks between two texts, each with up to {@code context} equal lines on either side. */
  public static List<Hunk> of(String before, String after, int context) {
    return between(before, after, context).hunks();
  }

  public static LineDiff between(String before, String after, int context) {
    List<String> a = lines(before);
    List<String> b = lines(after);
    List<Change> changes = new ArrayList<>();
    addChanges(a, 0, a.size(), b, 0, b.size(), changes);
    return new LineDiff(DiffHunks.group(a, b, changes, context));
  }

  /** The same for edits that are known: only the lines that they touch are compared. */
  public static LineDiff of(String before, EditSet edits, int context) {
    String after = edits.apply(before);
    LineIndex inBefore = LineIndex.of(before);
    LineIndex inAfter = LineIndex.of(after);
    List<String> a = new Lines(before, inBefore);
    List<String> b = new Lines(after, inAfter);
    List<Change> changes = new ArrayList<>();
    int shift = 0;
    int fromA = -1;
    int fromB = 0;
    int toA = 0;
    int toB = 0;
    for (TextEdit edit : edits.edits()) {
      int firstA = inBefore.lineOf(edit.range().start());
      int firstB = inAfter.lineOf(edit.range().start() + shift);
      if (fromA < 0 || firstA >= toA) {
        if (fromA >= 0) {
          addChanges(a, fromA, toA, b, fromB, toB, changes);
        }
        fromA = Math.min(firstA, a.size());
        fromB = Math.min(firstB, b.size());
      }
      shift += edit.growth();
      toA = Math.min(a.size(), inBefore.lineOf(edit.range().end()) + 1);
      toB = Math.min(b.size(), inAfter.lineOf(edit.range().end() + shift) + 1);
    }
    if (fromA >= 0) {
      addChanges(a, fromA, toA, b, fromB, toB, changes);
    }
    return new LineDiff(DiffHunks.group(a, b, changes, context));
  }

  /**
   * The same, cut out when they are asked for: of a long text with few changes, most lines never
   * are, and all of them would take five times the text.
   */
  private static final class Lines extends AbstractList<String> implements RandomAccess {
    private final String text;
    private final LineIndex index;

    Lines(String text, LineIndex index) {
      this.text = text;
      this.index = index;
    }

    @Override
    public String get(int line) {
      return text.substring(index.startOf(line), Math.min(text.length(), index.endOf(line) + 1));
    }

    @Override
    public int size() {
      int last = index.lineCount() - 1;
      return index.startOf(last) == text.length() ? last : last + 1;
    }
  }

  /** Lines with their newlines; an empty text has none. */
  private static List<String> lines(String text) {
    List<String> out = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int newline = text.indexOf('\n', from);
      int to = newline < 0 ? text.length() : newline + 1;
      out.add(text.substring(from, to));
      from = to;
    }
    return out;
  }

  private static void addChanges(
      List<String> a, int fromA, int toA, List<String> b, int fromB, int toB, List<Change> out) {
    int i = fromA;
    int j = fromB;
    while (i < toA && j < toB && a.get(i).equals(b.get(j))) {
      i++;
      j++;
    }
    int endA = toA;
    int endB = toB;
    while (endA > i && endB > j && a.get(endA - 1).equals(b.get(endB - 1))) {
      endA--;
      endB--;
    }
    for (Change change :
        new MyersDiffWithLinearSpace<String>()
            .computeDiff(List.copyOf(a.subList(i, endA)), List.copyOf(b.subList(j, endB)), null)) {
      out.add(
          new Change(
              change.deltaType,
              change.startOriginal + i,
              change.endOriginal + i,
              change.startRevised + j,
              change.endRevised + j));
    }
  }

  public boolean isEmpty() {
    return hunks.isEmpty();
  }

  /** How many lines of the text before go or are rewritten, and how many more come. */
  public int changedLines() {
    return hunks.stream().mapToInt(h -> DiffHunks.changedLines(h.lines())).sum();
  }

  /** The diff as {@code patch} reads it; empty when nothing differs. */
  public String unified(String nameBefore, String nameAfter) {
    StringBuilder out = new StringBuilder();
    unified(nameBefore, nameAfter, out::append);
    return out.toString();
  }

  /**
   * The same in pieces, one after another, so that a long one is never in memory as a whole.
   *
   * @param to is given each piece
   */
  public void unified(String nameBefore, String nameAfter, Consumer<String> to) {
    if (hunks.isEmpty()) {
      return;
    }
    StringBuilder out = new StringBuilder();
    out.append("--- ").append(nameBefore).append("\n+++ ").append(nameAfter).append('\n');
    for (Hunk hunk : hunks) {
      out.append("@@ -").append(span(hunk.before(), hunk.beforeCount()));
      out.append(" +").append(span(hunk.after(), hunk.afterCount())).append(" @@\n");
      for (Line line : hunk.lines()) {
        out.append(line.kind().sign()).append(line.text()).append('\n');
        if (!line.newline()) {
          out.append(NO_NEWLINE);
        }
      }
      if (out.length() >= PIECE) {
        to.accept(out.toString());
        out.setLength(0);
      }
    }
    to.accept(out.toString());
  }

  /** A hunk without lines on one side names the line before it. */
  private static String span(int start, int count) {
    return switch (count) {
      case 0 -> (start - 1) + ",0";
      case 1 -> Integer.toString(start);
      default -> start + "," + count;
    };
  }
}
