package dev.zonewright.ui.editor.text;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Several carets in one text, each with what it has selected; what a key does is done at all of
 * them. A value.
 *
 * @param ranges in the order of the text, none meeting another
 * @param main the index of the one that the window follows
 */
public record Carets(List<TextRange> ranges, int main) {
  /**
   * What a key does.
   *
   * @param edits in offsets of the text before
   * @param after in offsets of the text after
   */
  public record Change(EditSet edits, Carets after) {}

  public Carets {
    ranges = List.copyOf(ranges);
  }

  /** A single caret, or what it has selected. */
  public static Carets of(TextRange range) {
    return new Carets(List.of(range), 0);
  }

  public boolean areSeveral() {
    return ranges.size() > 1;
  }

  public TextRange mainRange() {
    return ranges.get(main);
  }

  /** All but the one that the window follows. */
  public List<TextRange> others() {
    List<TextRange> others = new ArrayList<>(ranges);
    others.remove(main);
    return others;
  }

  /** With one more, which becomes the main one; a caret that is there already goes. */
  public Carets toggle(int offset) {
    TextRange at = TextRange.at(offset);
    List<TextRange> left = new ArrayList<>(ranges);
    if (left.remove(at) && !left.isEmpty()) {
      return new Carets(left, left.size() - 1);
    }
    return with(at);
  }

  private Carets with(TextRange more) {
    List<TextRange> all = new ArrayList<>(ranges);
    all.removeIf(r -> r.start() <= more.end() && more.start() <= r.end());
    all.add(more);
    all.sort(Comparator.naturalOrder());
    return new Carets(all, all.indexOf(more));
  }

  /**
   * With the next place that has the words of the main selection; where nothing is selected, the
   * word at the caret is. A whole word leads to whole words only: {@code name} is not looked for in
   * {@code namespace}. Empty where there is none that is not selected already.
   */
  public Optional<Carets> withNext(TextBuffer text) {
    TextRange from = mainRange();
    if (from.isEmpty()) {
      TextRange word = wordAt(text, from.start());
      return word.isEmpty() ? Optional.empty() : Optional.of(with(word));
    }
    String all = text.text();
    String words = all.substring(from.start(), from.end());
    boolean whole = isWhole(all, from);
    int at = all.indexOf(words, from.end());
    boolean turned = false;
    while (at >= 0 || !turned) {
      if (at < 0) {
        turned = true;
        at = all.indexOf(words);
      }
      TextRange found = new TextRange(at, at + words.length());
      if (turned && at >= from.start()) {
        return Optional.empty();
      }
      if ((!whole || isWhole(all, found))
          && ranges.stream().noneMatch(r -> r.start() < found.end() && found.start() < r.end())) {
        return Optional.of(with(found));
      }
      at = all.indexOf(words, found.end());
    }
    return Optional.empty();
  }

  /** The word that an offset is in or beside: letters, digits and what joins them in names. */
  private static TextRange wordAt(TextBuffer text, int offset) {
    int line = text.lineOf(offset);
    int start = offset;
    int end = offset;
    while (start > text.startOf(line) && isWord(text.slice(start - 1, start).charAt(0))) {
      start--;
    }
    while (end < text.endOf(line) && isWord(text.slice(end, end + 1).charAt(0))) {
      end++;
    }
    return new TextRange(start, end);
  }

  /** Whether a range is a word and nothing beside it belongs to that. */
  private static boolean isWhole(String all, TextRange range) {
    return all.substring(range.start(), range.end()).chars().allMatch(c -> isWord((char) c))
        && (range.start() == 0 || !isWord(all.charAt(range.start() - 1)))
        && (range.end() == all.length() || !isWord(all.charAt(range.end())));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  /** Words come in at every caret, in place of what is selected. */
  public Change typed(String words) {
    return change(ranges.stream().map(r -> new TextEdit(r, words)).toList());
  }

  /** Each caret gets its line where there are as many as carets, else all get all. */
  public Change pasted(String words) {
    List<String> lines = List.of(words.split("\n", -1));
    if (lines.size() != ranges.size()) {
      return typed(words);
    }
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      edits.add(new TextEdit(ranges.get(i), lines.get(i)));
    }
    return change(edits);
  }

  /** A new line at every caret, as far in as the line it is on. */
  public Change newLine(TextBuffer text) {
    return change(
        ranges.stream()
            .map(r -> {
              String line = text.line(text.lineOf(r.start()));
              return new TextEdit(r, "\n" + " ".repeat(LineEdits.indentOf(line)));
            })
            .toList());
  }

  /** What is selected goes, or else the character before each caret. */
  public Change erasedBefore(TextBuffer text) {
    return erased(r -> {
      int start = Math.max(0, r.start() - 1);
      boolean pair = start > 0 && isPair(text, start - 1);
      return new TextRange(pair ? start - 1 : start, r.end());
    });
  }

  /** What is selected goes, or else the character after each caret. */
  public Change erasedAfter(TextBuffer text) {
    return erased(r -> {
      int end = Math.min(text.length(), r.end() + 1);
      boolean pair = end < text.length() && isPair(text, end - 1);
      return new TextRange(r.start(), pair ? end + 1 : end);
    });
  }

  private static boolean isPair(TextBuffer text, int offset) {
    String two = text.slice(offset, offset + 2);
    return Character.isSurrogatePair(two.charAt(0), two.charAt(1));
  }

  private Change erased(UnaryOperator<TextRange> more) {
    List<TextEdit> edits = new ArrayList<>();
    int end = 0;
    for (TextRange range : ranges) {
      TextRange gone = range.isEmpty() ? more.apply(range) : range;
      // two carets beside each other erase a character once
      gone = new TextRange(Math.max(end, gone.start()), Math.max(end, gone.end()));
      end = gone.end();
      edits.add(new TextEdit(gone, ""));
    }
    return change(edits);
  }

  /** The edit of each caret, in their order. */
  private Change change(List<TextEdit> edits) {
    List<TextRange> after = new ArrayList<>();
    int growth = 0;
    for (TextEdit edit : edits) {
      int caret = edit.range().start() + growth + edit.replacement().length();
      after.add(TextRange.at(caret));
      growth += edit.growth();
    }
    List<TextEdit> real =
        edits.stream().filter(e -> !e.range().isEmpty() || !e.replacement().isEmpty()).toList();
    return new Change(new EditSet(real), of(after, after.get(main)));
  }

  private static Carets of(List<TextRange> ranges, TextRange main) {
    List<TextRange> all = ranges.stream().distinct().sorted().toList();
    return new Carets(all, all.indexOf(main));
  }

  /** Every caret goes somewhere else, and nothing is selected any more. */
  public Carets moved(UnaryOperator<Integer> where) {
    List<TextRange> all = ranges.stream().map(r -> TextRange.at(where.apply(r.end()))).toList();
    return of(all, all.get(main));
  }

  /** Where the carets are after edits by others. */
  public Carets after(EditSet edits) {
    RangeShift shift = new RangeShift(edits);
    return moved(shift::caret);
  }
}
