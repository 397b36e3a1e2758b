package dev.zonewright.ui.complete;

import java.util.Optional;

/**
 * The word at the caret, as its own line shows it.
 *
 * @param shape of the line up to the caret
 * @param key the key that a value belongs to; empty where the word is a key itself
 * @param from the word's first column
 * @param to the column after its last
 * @param ended whether its colon follows, or for a value the closing quote
 * @param tight whether a space is needed before it
 */
record CaretWord(
    LineShape shape, String key, String prefix, int from, int to, boolean ended, boolean tight) {
  /** Empty where no word can be completed. */
  static Optional<CaretWord> at(String line, int column) {
    int caret = Math.min(column, line.length());
    String before = line.substring(0, caret);
    if (LineShape.isSeparator(line) || before.contains(" #") || before.endsWith("\t")) {
      return Optional.empty();
    }
    LineShape shape = LineShape.of(before);
    // directly after a dash a word would join it
    if (before.endsWith("-") && shape.content() == before.length()) {
      return Optional.empty();
    }
    return shape.key().isEmpty() ? key(line, caret, shape) : value(line, caret, shape);
  }

  private static Optional<CaretWord> key(String line, int caret, LineShape shape) {
    int from = Math.min(shape.content(), caret);
    String prefix = line.substring(from, caret);
    int to = wordEnd(line, caret);
    String rest = line.substring(to).strip();
    boolean fits = isWord(prefix) && (rest.isEmpty() || rest.startsWith(":") || comment(rest));
    return fits
        ? Optional.of(new CaretWord(shape, "", prefix, from, to, rest.startsWith(":"), false))
        : Optional.empty();
  }

  private static Optional<CaretWord> value(String line, int caret, LineShape shape) {
    int colon = LineShape.colon(line.substring(0, caret), shape.content());
    int start = LineShape.skipSpaces(line, colon + 1);
    boolean tight = start == colon + 1 || caret == colon + 1;
    int from = Math.min(start, caret);
    char quote = from < caret ? line.charAt(from) : ' ';
    boolean quoted = quote == '"' || quote == '\'';
    from += quoted ? 1 : 0;
    String prefix = line.substring(from, caret);
    int to = wordEnd(line, caret);
    String rest = line.substring(to).strip();
    boolean closed = quoted && rest.startsWith(String.valueOf(quote));
    boolean fits = isWord(prefix) && (rest.isEmpty() || closed || comment(rest));
    return fits
        ? Optional.of(new CaretWord(shape, shape.key(), prefix, from, to, closed, tight))
        : Optional.empty();
  }

  private static boolean comment(String rest) {
    return rest.startsWith("#");
  }

  private static int wordEnd(String line, int from) {
    int at = from;
    while (at < line.length() && isWordCharacter(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isWord(String text) {
    return text.chars().allMatch(c -> isWordCharacter((char) c));
  }

  private static boolean isWordCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '/' || c == '-' || c == '_' || c == '$';
  }
}
