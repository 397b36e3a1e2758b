package dev.zonewright.yaml.parse;

import dev.zonewright.yaml.YamlScalar;

/** Reads scalars in quotes; line ends in them are folded. */
final class QuickQuoted {
  private final QuickText text;
  private final char quote;
  private final int start;
  private final StringBuilder value = new StringBuilder();
  private int from;
  private int at;

  private QuickQuoted(QuickText text) {
    this.text = text;
    this.quote = text.peek();
    this.start = text.at();
    this.from = start + 1;
    this.at = from;
  }

  /** The scalar whose opening quote is next. */
  static YamlScalar read(QuickText text) {
    QuickQuoted quoted = new QuickQuoted(text);
    YamlScalar.Style style =
        quoted.quote == '"' ? YamlScalar.Style.DOUBLE_QUOTED : YamlScalar.Style.SINGLE_QUOTED;
    String value = quoted.value();
    text.goTo(quoted.at);
    return new YamlScalar(quoted.start, quoted.at, null, style, value);
  }

  private String value() {
    while (true) {
      char c = text.charAt(at);
      if (c == quote) {
        if (quote == '"' || text.charAt(at + 1) != '\'') {
          break;
        }
        piece(2, '\'');
      } else if (c == '\\' && quote == '"') {
        escape();
      } else if (c == '\n') {
        fold();
      } else {
        at++;
      }
    }
    at++;
    if (value.isEmpty()) {
      return text.cut(from, at - 1);
    }
    text.append(value, from, at - 1);
    return value.toString();
  }

  /** Ends a stretch of characters that stand for themselves with one that does not. */
  private void piece(int length, char meant) {
    text.append(value, from, at);
    value.append(meant);
    at += length;
    from = at;
  }

  private void escape() {
    char c = text.charAt(at + 1);
    switch (c) {
      case '"', '\\', '/', ' ' -> piece(2, c);
      case 'n' -> piece(2, '\n');
      case 't' -> piece(2, '\t');
      case 'r' -> piece(2, '\r');
      case 'b' -> piece(2, '\b');
      case 'f' -> piece(2, '\f');
      case 'x' -> piece(4, hex(2));
      case 'u' -> piece(6, hex(4));
      case '\n' -> {
        text.append(value, from, at);
        at++;
        breaks();
      }
      default -> throw QuickText.giveUp();
    }
  }

  private char hex(int digits) {
    int code = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(text.charAt(at + 2 + i), 16);
      if (digit < 0) {
        throw QuickText.giveUp();
      }
      code = code * 16 + digit;
    }
    if (Character.isSurrogate((char) code)) {
      throw QuickText.giveUp();
    }
    return (char) code;
  }

  /** A line end is a space; with blank lines after it, it is nothing, and each of those a line. */
  private void fold() {
    int end = at;
    while (end > from && isSpace(text.charAt(end - 1))) {
      end--;
    }
    text.append(value, from, end);
    if (breaks() == 0) {
      value.append(' ');
    }
  }

  /** Goes to the first character that is no white space of the lines after this one. */
  private int breaks() {
    int blank = -1;
    while (isSpace(text.charAt(at)) || text.charAt(at) == '\n') {
      if (text.isEnd(at)) {
        throw QuickText.giveUp();
      }
      if (text.charAt(at) == '\n' && ++blank > 0) {
        value.append('\n');
      }
      at++;
    }
    from = at;
    return blank;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
