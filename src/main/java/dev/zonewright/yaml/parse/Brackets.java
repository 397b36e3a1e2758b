package dev.zonewright.yaml.parse;

/** Tells whether a bracket or brace is ever closed. */
final class Brackets {
  private Brackets() {}

  /**
   * Whether nothing closes the bracket: the text ends before, or another kind of bracket closes
   * first. Brackets in quotes and comments do not count.
   *
   * @param open the offset of a {@code [} or <code>{</code>
   */
  static boolean isNeverClosed(String text, int open) {
    StringBuilder waiting = new StringBuilder();
    int at = open;
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '[' -> waiting.append(']');
        case '{' -> waiting.append('}');
        case ']', '}' -> {
          if (waiting.charAt(waiting.length() - 1) != c) {
            return true;
          }
          waiting.setLength(waiting.length() - 1);
          if (waiting.isEmpty()) {
            return false;
          }
        }
        case '"', '\'' -> at = startsWord(text, at) ? endOfQuote(text, at) : at;
        case '#' -> at = startsWord(text, at) ? endOfLine(text, at) : at;
        default -> {
          // nothing that opens or closes
        }
      }
      at++;
    }
    return true;
  }

  /** Inside a word a quote or number sign is a character like any other. */
  private static boolean startsWord(String text, int at) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    return Character.isWhitespace(before) || "[]{},:".indexOf(before) >= 0;
  }

  private static int endOfLine(String text, int at) {
    int newline = text.indexOf('\n', at);
    return newline < 0 ? text.length() : newline;
  }

  private static int endOfQuote(String text, int open) {
    char quote = text.charAt(open);
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        return i;
      }
    }
    return text.length();
  }
}
