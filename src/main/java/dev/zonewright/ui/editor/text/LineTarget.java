package dev.zonewright.ui.editor.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads “line” or “line:column”, as people type it to go there. */
public sealed interface LineTarget {
  /** A place of the text. */
  record Place(int offset) implements LineTarget {}

  /** Why it is none, for people. */
  record Nowhere(String why) implements LineTarget {}

  /** The place that the words name; a column beyond the line's end is its end. */
  static LineTarget of(String words, TextBuffer text) {
    Matcher matcher =
        Pattern.compile("\\s*(\\d{1,9})\\s*(?:[:,]\\s*(\\d{0,9})\\s*)?").matcher(words);
    if (!matcher.matches()) {
      return new Nowhere(words.isBlank() ? "" : "Enter a line, or line:column");
    }
    int line = Integer.parseInt(matcher.group(1));
    if (line < 1 || line > text.lineCount()) {
      return new Nowhere("Lines go from 1 to %,d".formatted(text.lineCount()));
    }
    String wanted = matcher.group(2);
    int column = wanted == null || wanted.isEmpty() ? 1 : Math.max(1, Integer.parseInt(wanted));
    int start = text.startOf(line - 1);
    return new Place(Math.min(start + column - 1, text.endOf(line - 1)));
  }
}
