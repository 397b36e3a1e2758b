package dev.zonewright.yaml;

/**
 * Finds the places that the parser's events leave out: where content starts after anchor and tag,
 * the dash of a list item, the colon of a key, the end of a block scalar.
 */
public final class Spans {
  private final String text;

  public Spans(String text) {
    this.text = text;
  }

  /** Skips anchors and tags with what separates them; stays within {@code limit}. */
  public int afterProperties(int start, int limit) {
    int at = start;
    int end = start;
    while (at < limit && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      boolean verbatim = text.startsWith("!<", at);
      while (at < limit
          && !isWhite(text.charAt(at))
          && (verbatim || !isFlowMark(text.charAt(at)))) {
        at++;
      }
      end = at;
      at = skipGap(at, limit);
    }
    return at >= limit ? end : at;
  }

  /** Skips white space, line ends and comments. */
  private int skipGap(int from, int limit) {
    int at = from;
    while (at < limit) {
      char c = text.charAt(at);
      if (c == '#' && (at == 0 || isWhite(text.charAt(at - 1)))) {
        int line = text.indexOf('\n', at);
        at = line < 0 ? limit : Math.min(line, limit);
      } else if (isWhite(c)) {
        at++;
      } else {
        return at;
      }
    }
    return limit;
  }

  /** The colon after a key; -1 when something else follows. */
  public int colonAfter(int keyEnd) {
    int at = skipGap(keyEnd, text.length());
    return at < text.length() && text.charAt(at) == ':' ? at : -1;
  }

  /**
   * Whether the key that starts here is written as {@code ? key}.
   *
   * @param after the end of what stands before it in the mapping
   */
  public boolean isExplicitKey(int keyStart, int after) {
    int at = keyStart - 1;
    while (at >= after && isWhite(text.charAt(at))) {
      at--;
    }
    return at >= after && at < keyStart - 1 && text.charAt(at) == '?' && !isInComment(at, after);
  }

  /** Between two entries a number sign stands only where a comment begins. */
  private boolean isInComment(int at, int after) {
    int line = Math.max(after, text.lastIndexOf('\n', at) + 1);
    int sign = text.indexOf('#', line);
    return sign >= 0 && sign < at;
  }

  public int column(int offset) {
    return offset - (text.lastIndexOf('\n', offset - 1) + 1);
  }

  /**
   * The dash of the item whose content starts at {@code content}: the last one in the sequence's
   * column, between the item before and the content, with nothing but indentation (or, for the
   * first item, other marks) before it.
   */
  public int dashBefore(int content, int column, int after) {
    int line = text.lastIndexOf('\n', Math.max(0, content - 1)) + 1;
    while (true) {
      int at = line + column;
      if (at >= after && at < content && isDash(at) && (at == after || isIndent(line, at))) {
        return at;
      }
      if (line <= after || line == 0) {
        return isDashAt(after) ? after : -1;
      }
      line = text.lastIndexOf('\n', line - 2) + 1;
    }
  }

  private boolean isDashAt(int at) {
    return at < text.length() && isDash(at);
  }

  private boolean isDash(int at) {
    return text.charAt(at) == '-' && (at + 1 == text.length() || isWhite(text.charAt(at + 1)));
  }

  private boolean isIndent(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != ' ') {
        return false;
      }
    }
    return true;
  }

  /**
   * The end of a block scalar whose header stands at {@code header}: after its last content
   * character, or, when it keeps its trailing line ends ({@code +}), at the end of the last line
   * that belongs to it.
   */
  public int endOfBlockScalar(int header, int parserEnd) {
    int end = Math.min(parserEnd, text.length());
    int headerEnd = text.indexOf('\n', header);
    if (headerEnd < 0 || headerEnd >= end) {
      headerEnd = headerEnd < 0 ? text.length() : headerEnd;
      return trimmed(header, headerEnd);
    }
    if (keepsLineEnds(header, headerEnd)) {
      int at = end;
      while (at > headerEnd && text.charAt(at - 1) == ' ') {
        at--;
      }
      return at > headerEnd + 1 && text.charAt(at - 1) == '\n' ? at - 1 : at;
    }
    int at = trimmed(headerEnd, end);
    return at <= headerEnd ? trimmed(header, headerEnd) : at;
  }

  private boolean keepsLineEnds(int header, int headerEnd) {
    for (int i = header; i < headerEnd && !isWhite(text.charAt(i)); i++) {
      if (text.charAt(i) == '+') {
        return true;
      }
    }
    return false;
  }

  private int trimmed(int from, int to) {
    int at = to;
    while (at > from && (text.charAt(at - 1) == '\n' || text.charAt(at - 1) == ' ')) {
      at--;
    }
    return at;
  }

  private static boolean isWhite(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  private static boolean isFlowMark(char c) {
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
  }
}
