package dev.zonewright.ui.editor.text;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What keys do to whole lines: those that the selection touches. */
public final class LineEdits {
  public static final String INDENT = "  ";

  // how far above a line what is around it is looked for
  private static final int FAR = 1_000;

  private final TextBuffer text;
  private final TextRange selection;
  private final int first;
  private final int last;

  /**
   * Edits, and the selection after them.
   *
   * @param edits in offsets of the text before
   * @param selection in offsets of the text after
   */
  public record Change(EditSet edits, TextRange selection) {}

  /** Edits of the lines that a selection touches; one that ends at a line's start spares it. */
  public LineEdits(TextBuffer text, TextRange selection) {
    this.text = text;
    this.selection = selection;
    this.first = text.lineOf(selection.start());
    int end = text.lineOf(selection.end());
    this.last = end > first && text.startOf(end) == selection.end() ? end - 1 : end;
  }

  /** Makes the lines comments, or, when all are, takes that back; empty lines stay. */
  public Optional<Change> toggleComment() {
    List<Integer> lines = filled();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    boolean all = lines.stream().allMatch(line -> text.line(line).strip().startsWith("#"));
    int column = lines.stream().mapToInt(line -> indentOf(text.line(line))).min().orElse(0);
    List<TextEdit> edits = new ArrayList<>();
    for (int line : lines) {
      int start = text.startOf(line);
      if (all) {
        String words = text.line(line);
        int hash = words.indexOf('#');
        int end = words.startsWith("# ", hash) ? hash + 2 : hash + 1;
        edits.add(TextEdit.remove(start + hash, start + end));
      } else {
        edits.add(TextEdit.insert(start + column, "# "));
      }
    }
    return change(edits);
  }

  public Optional<Change> indent() {
    return change(
        filled().stream().map(line -> TextEdit.insert(text.startOf(line), INDENT)).toList());
  }

  public Optional<Change> outdent() {
    List<TextEdit> edits = new ArrayList<>();
    for (int line : filled()) {
      int spaces = Math.min(INDENT.length(), indentOf(text.line(line)));
      if (spaces > 0) {
        edits.add(TextEdit.remove(text.startOf(line), text.startOf(line) + spaces));
      }
    }
    return change(edits);
  }

  /** Puts a copy of the lines below them, and the caret into it. */
  public Optional<Change> duplicate() {
    String lines = "\n" + text.slice(text.startOf(first), text.endOf(last));
    return Optional.of(
        new Change(
            EditSet.of(TextEdit.insert(text.endOf(last), lines)), selection.shift(lines.length())));
  }

  public Optional<Change> moveUp() {
    if (first == 0 || isEmptyEnd(last)) {
      return Optional.empty();
    }
    int above = text.startOf(first - 1);
    int start = text.startOf(first);
    String line = text.line(first - 1);
    return Optional.of(
        new Change(
            EditSet.of(
                TextEdit.remove(above, start), TextEdit.insert(text.endOf(last), "\n" + line)),
            selection.shift(above - start)));
  }

  public Optional<Change> moveDown() {
    if (last + 1 >= text.lineCount() || isEmptyEnd(last + 1)) {
      return Optional.empty();
    }
    String line = text.line(last + 1) + "\n";
    return Optional.of(
        new Change(
            EditSet.of(
                TextEdit.insert(text.startOf(first), line),
                TextEdit.remove(text.endOf(last), text.endOf(last + 1))),
            selection.shift(line.length())));
  }

  /** Takes the lines out; the caret keeps its column. */
  public Optional<Change> delete() {
    boolean toTheEnd = last + 1 == text.lineCount();
    int start = toTheEnd && first > 0 ? text.endOf(first - 1) : text.startOf(first);
    int end = toTheEnd ? text.endOf(last) : text.startOf(last + 1);
    if (start == end) {
      return Optional.empty();
    }
    int column = selection.start() - text.startOf(first);
    int next = toTheEnd ? first - 1 : last + 1;
    int length = next < 0 ? 0 : text.endOf(next) - text.startOf(next);
    int lineStart = toTheEnd ? (next < 0 ? 0 : text.startOf(next)) : start;
    return Optional.of(
        new Change(
            EditSet.of(TextEdit.remove(start, end)),
            TextRange.at(lineStart + Math.min(column, length))));
  }

  /** Where Home goes: to the first character that is no space, and from there to column 1. */
  public static int home(TextBuffer text, int caret) {
    int line = text.lineOf(caret);
    int start = text.startOf(line);
    int words = start + indentOf(text.line(line));
    return caret == words ? start : words;
  }

  /** The indent of the nearest line above that is less than a column: that of what is around it. */
  static int indentAround(TextBuffer text, int line, int column) {
    for (int above = line - 1; above >= Math.max(0, line - FAR); above--) {
      String words = text.line(above);
      if (!words.isBlank() && indentOf(words) < column) {
        return indentOf(words);
      }
    }
    int step = INDENT.length();
    return (column - 1) / step * step;
  }

  static int indentOf(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private boolean isEmptyEnd(int line) {
    return line == text.lineCount() - 1 && text.startOf(line) == text.endOf(line);
  }

  private List<Integer> filled() {
    return IntStream.rangeClosed(first, last)
        .filter(line -> !text.line(line).isBlank())
        .boxed()
        .toList();
  }

  private Optional<Change> change(List<TextEdit> edits) {
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    EditSet set = new EditSet(edits);
    RangeShift shift = new RangeShift(set);
    int start = shift.caret(selection.start());
    // a caret at the very place of an insertion goes with the text behind it
    int end = selection.isEmpty() ? start : shift.caret(selection.end());
    return Optional.of(new Change(set, new TextRange(Math.min(start, end), end)));
  }
}
