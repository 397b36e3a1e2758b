package dev.zonewright.yaml;

import java.util.function.IntPredicate;

/** Questions about the lines of a text: indentation, comments, and what belongs together. */
public final class Layout {
  /** So many lines of commented-out YAML are looked at for the one that a line belongs to. */
  private static final int MOST_CONTINUED = 50;

  private final String text;

  public Layout(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  /** The first offset of the line. */
  public int lineStart(int offset) {
    return offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The offset of the line's newline, or the end of the text. */
  public int lineEnd(int offset) {
    int at = text.indexOf('\n', offset);
    return at < 0 ? text.length() : at;
  }

  /** The first offset of the following line, or the end of the text. */
  public int nextLine(int offset) {
    return Math.min(text.length(), lineEnd(offset) + 1);
  }

  public int column(int offset) {
    return offset - lineStart(offset);
  }

  /** Whether nothing but white space stands before it on its line. */
  public boolean startsLine(int offset) {
    return isWhite(lineStart(offset), offset);
  }

  /** The white space before the first character of the line. */
  public String margin(int offset) {
    int start = lineStart(offset);
    return text.substring(start, skipWhite(start));
  }

  public boolean isWhite(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isWhite(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The first offset from here on the same line that is no space or tab. */
  public int skipWhite(int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** The first offset from here that is neither white space nor part of a comment. */
  public int skipTrivia(int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#' && (at == 0 || isWhite(text.charAt(at - 1)) || at == from)) {
        at = lineEnd(at);
      } else if (isWhite(c)) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  public boolean isBlankLine(int lineStart) {
    return lineStart < text.length() && skipWhite(lineStart) == lineEnd(lineStart);
  }

  public boolean isCommentLine(int lineStart) {
    int at = skipWhite(lineStart);
    return at < text.length() && text.charAt(at) == '#';
  }

  /** Whether the rest of the line is empty, or a comment. */
  public boolean endsLine(int offset) {
    int at = skipWhite(offset);
    return at >= text.length()
        || text.charAt(at) == '\n'
        || (text.charAt(at) == '#' && (at > offset || offset == 0));
  }

  /**
   * Where the line ends up to which an entry or item in this column reaches: its last line, and the
   * comments below it that are indented deeper than the column.
   */
  public int extentEnd(int end, int column) {
    int reached = lineEnd(end);
    int probe = reached;
    while (probe + 1 < text.length()) {
      int line = probe + 1;
      if (isCommentLine(line) && skipWhite(line) - line > column) {
        reached = lineEnd(line);
      } else if (!isBlankLine(line)) {
        break;
      }
      probe = lineEnd(line);
    }
    return reached;
  }

  /**
   * Where the full-line comments start that stand directly above the line of {@code offset}, in its
   * column; the line's own start when there are none. A ruled line is the heading of a section, and
   * YAML that is commented out is nobody's comment: neither belongs to what follows, nor does what
   * is above them.
   *
   * @param floor the comments must begin on a later line than this offset
   */
  public int commentsAbove(int offset, int floor) {
    return commentsAbove(offset, floor, line -> !CommentWords.standsAlone(commentKind(line)));
  }

  /**
   * The same for all full-line comments in that column, the headings of sections and YAML that is
   * commented out included: what is put above them comes between none of them and the line.
   */
  public int everyCommentAbove(int offset, int floor) {
    return commentsAbove(offset, floor, _ -> true);
  }

  private int commentsAbove(int offset, int floor, IntPredicate mine) {
    int column = column(offset);
    int start = lineStart(offset);
    while (start > 0) {
      int above = lineStart(start - 1);
      if (!isCommentLine(above)
          || skipWhite(above) - above != column
          || !mine.test(above)
          || above <= floor) {
        break;
      }
      start = above;
    }
    return start;
  }

  /**
   * What the comment is that a line holds. A line that is indented deeper than commented-out YAML
   * above it goes on with it.
   */
  public CommentWords.Kind commentKind(int lineStart) {
    int mark = skipWhite(lineStart);
    CommentWords.Kind own = CommentWords.kind(text.substring(mark, lineEnd(mark)));
    int indent = indentBehind(mark);
    int line = lineStart;
    for (int i = 0; i < MOST_CONTINUED && line > 0 && own != CommentWords.Kind.RULED; i++) {
      line = lineStart(line - 1);
      int above = skipWhite(line);
      if (!isCommentLine(line) || above - line != mark - lineStart) {
        return own;
      }
      if (indentBehind(above) < indent) {
        CommentWords.Kind kind = CommentWords.kind(text.substring(above, lineEnd(above)));
        return kind == CommentWords.Kind.YAML ? kind : own;
      }
    }
    return own;
  }

  /** How many spaces stand behind the mark of a comment. */
  private int indentBehind(int mark) {
    int at = mark;
    while (at < text.length() && text.charAt(at) == '#') {
      at++;
    }
    return skipWhite(at) - at;
  }

  private static boolean isWhite(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }
}
