package dev.zonewright.ui.complete;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of block YAML taken apart, without looking at any other line.
 *
 * @param dashes the columns of the list dashes that it starts with
 * @param content the column of what follows them
 * @param key the key that it holds; empty for none
 * @param value what stands after the key's colon, without a comment, an anchor or a tag
 * @param blank whether there is nothing, or only a comment
 */
record LineShape(List<Integer> dashes, int content, String key, String value, boolean blank) {
  static LineShape of(String line) {
    List<Integer> dashes = new ArrayList<>();
    int at = skipSpaces(line, 0);
    while (at < line.length()
        && line.charAt(at) == '-'
        && (at + 1 == line.length() || line.charAt(at + 1) == ' ')) {
      dashes.add(at);
      at = skipSpaces(line, at + 1);
    }
    boolean nothing = at >= line.length() || line.charAt(at) == '#' || line.charAt(at) == '\t';
    if (nothing) {
      return new LineShape(dashes, at, "", "", dashes.isEmpty());
    }
    int colon = colon(line, at);
    if (colon < 0) {
      return new LineShape(dashes, at, "", "", false);
    }
    String key = unquoted(line.substring(at, colon).strip());
    return new LineShape(dashes, at, key, plain(line.substring(colon + 1)), false);
  }

  static boolean isSeparator(String line) {
    return (line.startsWith("---") || line.startsWith("..."))
        && (line.length() == 3 || line.charAt(3) == ' ');
  }

  static int skipSpaces(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** The column where the line's first dash or content stands. */
  int first() {
    return dashes.isEmpty() ? content : dashes.getFirst();
  }

  /** Whether something may stand below the key on further lines, as a mapping or list. */
  boolean opens() {
    return value.isEmpty();
  }

  /** The colon that ends the key which starts at a column; -1 where no key does. */
  static int colon(String line, int from) {
    char first = line.charAt(from);
    if (first == '"' || first == '\'') {
      int close = line.indexOf(first, from + 1);
      int at = close < 0 ? -1 : skipSpaces(line, close + 1);
      return at >= 0 && at < line.length() && endsKey(line, at) ? at : -1;
    }
    if ("{}[]&*!|>%@`?,".indexOf(first) >= 0) {
      return -1;
    }
    for (int i = from; i < line.length(); i++) {
      if (endsKey(line, i)) {
        return i;
      }
      if (line.charAt(i) == '#' && i > from && line.charAt(i - 1) == ' ') {
        return -1;
      }
    }
    return -1;
  }

  private static boolean endsKey(String line, int at) {
    return line.charAt(at) == ':' && (at + 1 == line.length() || line.charAt(at + 1) == ' ');
  }

  private static String plain(String afterColon) {
    String value = afterColon.strip();
    while (value.startsWith("&") || value.startsWith("!")) {
      int space = value.indexOf(' ');
      value = space < 0 ? "" : value.substring(space).strip();
    }
    if (value.startsWith("#")) {
      return "";
    }
    int comment = value.indexOf(" #");
    return comment < 0 ? value : value.substring(0, comment).strip();
  }

  static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
