package dev.zonewright.yaml.parse;

import dev.zonewright.yaml.YamlScalar;

/** Reads plain scalars. */
final class QuickPlain {
  private final QuickText text;
  private final char[] chars;
  private final boolean flow;

  /**
   * @param flow whether it stands in a flow collection, where commas and brackets end it
   */
  QuickPlain(QuickText text, boolean flow) {
    this.text = text;
    this.chars = text.chars();
    this.flow = flow;
  }

  /**
   * The part of a plain scalar that stands on this line. Stops before what ends it: a colon, a
   * comment or the line's end, in a flow collection a comma or bracket too.
   */
  YamlScalar onLine() {
    int start = text.at();
    if (!begins(start)) {
      throw QuickText.giveUp();
    }
    int end = endFrom(start);
    return new YamlScalar(start, end, null, YamlScalar.Style.PLAIN, text.cut(start, end));
  }

  private boolean begins(int offset) {
    return switch (text.charAt(offset)) {
      case '\n',
          '?',
          ':',
          ',',
          '[',
          ']',
          '{',
          '}',
          '#',
          '&',
          '*',
          '!',
          '|',
          '>',
          '\'',
          '"',
          '%',
          '@',
          '`',
          '\t' ->
          false;
      case '-' -> !flow && !text.isBlank(offset + 1);
      default -> true;
    };
  }

  /** Moves to what ends the plain text, and gives the end without the spaces before that. */
  private int endFrom(int from) {
    int i = from;
    for (; i < chars.length; i++) {
      char c = chars[i];
      if (c == '\n'
          || (c == '#' && chars[i - 1] == ' ')
          || (c == ':' && text.isBlank(i + 1))
          || (flow && isFlowMark(c))) {
        break;
      }
      if (c == '\t' || (flow && c == ':' && isFlowMark(text.charAt(i + 1)))) {
        throw QuickText.giveUp();
      }
    }
    text.goTo(i);
    int end = i;
    while (end > from && chars[end - 1] == ' ') {
      end--;
    }
    return end;
  }

  private static boolean isFlowMark(char c) {
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
  }

  /**
   * The rest of a plain scalar whose first line is read, with the lines that continue it.
   *
   * @param parent the column of the block that holds it
   */
  YamlScalar toEnd(YamlScalar first, int parent) {
    StringBuilder folded = null;
    int end = first.end();
    for (int line = continuation(parent); line >= 0; line = continuation(parent)) {
      folded = folded == null ? new StringBuilder(first.value()) : folded;
      folded.append(line == 0 ? " " : "\n".repeat(line));
      int from = text.at();
      end = endFrom(from);
      text.append(folded, from, end);
    }
    if (text.peek() == ':') {
      throw QuickText.giveUp();
    }
    return folded == null
        ? first
        : new YamlScalar(first.start(), end, null, YamlScalar.Style.PLAIN, folded.toString());
  }

  /** Moves to the line that continues a plain scalar; gives the blank lines before it, or -1. */
  private int continuation(int parent) {
    if (text.peek() != '\n') {
      return -1;
    }
    int blank = 0;
    int line = text.at() + 1;
    while (line < chars.length) {
      int i = line;
      while (i < chars.length && chars[i] == ' ') {
        i++;
      }
      char c = text.charAt(i);
      if (c == '\t') {
        throw QuickText.giveUp();
      }
      if (c != '\n') {
        if (i - line <= parent || c == '#') {
          return -1;
        }
        text.goTo(i);
        return blank;
      }
      blank++;
      line = i + 1;
    }
    return -1;
  }
}
