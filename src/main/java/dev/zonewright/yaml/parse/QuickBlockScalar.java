package dev.zonewright.yaml.parse;

import dev.zonewright.yaml.YamlScalar;

/**
 * A literal or folded scalar, read from its header on. A header that says how far it is indented is
 * given up on.
 */
final class QuickBlockScalar {
  private final String text;
  private final char[] chars;
  private final boolean folded;
  private final int indent;
  private final String value;
  private int at;

  /**
   * @param header where the {@code |} or {@code >} stands
   * @param parent the column that its lines must stand to the right of
   */
  QuickBlockScalar(String text, char[] chars, int header, int parent) {
    this.text = text;
    this.chars = chars;
    this.folded = chars[header] == '>';
    char chomp = header + 1 < chars.length ? chars[header + 1] : '\n';
    this.at = afterHeader(header + (chomp == '-' || chomp == '+' ? 2 : 1));
    this.indent = indentation();
    if (indent <= parent) {
      throw QuickText.giveUp();
    }
    this.value = read(chomp);
  }

  String value() {
    return value;
  }

  YamlScalar.Style style() {
    return folded ? YamlScalar.Style.FOLDED : YamlScalar.Style.LITERAL;
  }

  /** The start of the line after it. */
  int end() {
    return at;
  }

  private int afterHeader(int from) {
    int i = from;
    while (i < chars.length && chars[i] == ' ') {
      i++;
    }
    boolean comment = i > from && i < chars.length && chars[i] == '#';
    while (comment && i < chars.length && chars[i] != '\n') {
      i++;
    }
    if (i >= chars.length || chars[i] != '\n') {
      throw QuickText.giveUp();
    }
    return i + 1;
  }

  /** The column of the first content; a blank line before it may not reach further. */
  private int indentation() {
    int widest = 0;
    for (int line = at; line < chars.length; ) {
      int i = line;
      while (i < chars.length && chars[i] == ' ') {
        i++;
      }
      if (i < chars.length && chars[i] != '\n') {
        if (chars[i] == '\t' || widest > i - line) {
          throw QuickText.giveUp();
        }
        return i - line;
      }
      widest = Math.max(widest, i - line);
      line = i + 1;
    }
    throw QuickText.giveUp();
  }

  private String read(char chomp) {
    StringBuilder out = new StringBuilder();
    boolean any = false;
    boolean flush = false;
    int blank = 0;
    while (at < chars.length) {
      int i = at;
      while (i < chars.length && i - at < indent && chars[i] == ' ') {
        i++;
      }
      if (i < chars.length && chars[i] == '\n') {
        blank++;
        at = i + 1;
        continue;
      }
      if (i == chars.length || i - at < indent) {
        if (i < chars.length && chars[i] == '\t') {
          throw QuickText.giveUp();
        }
        break;
      }
      boolean here = chars[i] != ' ' && chars[i] != '\t';
      if (any && !(folded && flush && here)) {
        out.append('\n');
      } else if (any && blank == 0) {
        out.append(' ');
      }
      for (; blank > 0; blank--) {
        out.append('\n');
      }
      int end = text.indexOf('\n', i);
      if (end < 0) {
        // the engine has a rule of its own for a last line without an end
        throw QuickText.giveUp();
      }
      out.append(text, i, end);
      at = end + 1;
      any = true;
      flush = here;
    }
    if (chomp != '-') {
      out.append('\n');
    }
    if (chomp == '+') {
      out.repeat('\n', blank);
    }
    return out.toString();
  }
}
