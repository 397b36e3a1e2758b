package dev.zonewright.yaml.parse;

import dev.zonewright.yaml.Spans;
import dev.zonewright.yaml.YamlScalar;

/**
 * The characters of a document and how far they are read, for {@link QuickParser}. Knows lines and
 * comments; at anything else it gives up.
 */
final class QuickText {
  private final String text;
  private final char[] chars;
  private final Spans spans;
  private final ShortStrings words;
  private int at;
  private int lineStart;
  private int column;

  private QuickText(String text, char[] chars, ShortStrings words) {
    this.text = text;
    this.chars = chars;
    this.spans = new Spans(text);
    this.words = words;
  }

  /** Thrown where the text is more than the quick way knows. */
  static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    GivenUp() {
      super(null, null, false, false);
    }
  }

  static GivenUp giveUp() {
    return new GivenUp();
  }

  /** Gives up on characters that are none of a line, or count as more or less than one. */
  static QuickText of(String text, ShortStrings words) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      boolean ascii = c >= ' ' && c < 0x7f;
      if (!ascii && (c == '\n' ? isMark(text, i + 1) : c != '\t' && !isOrdinary(c))) {
        throw giveUp();
      }
    }
    if (text.startsWith("...")) {
      throw giveUp();
    }
    return new QuickText(text, chars, words);
  }

  /** Whether a line is a mark between documents, which counts wherever it stands. */
  private static boolean isMark(String text, int line) {
    return text.startsWith("...", line) || text.startsWith("---", line);
  }

  private static boolean isOrdinary(char c) {
    return c >= 0xa0 && c < Character.MIN_SURROGATE && c != 0x2028 && c != 0x2029;
  }

  /** The characters themselves; read only. */
  char[] chars() {
    return chars;
  }

  boolean isEnd(int offset) {
    return offset >= chars.length;
  }

  /** The next character; a line end at the end of the text. */
  char peek() {
    return charAt(at);
  }

  char charAt(int offset) {
    return offset < chars.length ? chars[offset] : '\n';
  }

  int at() {
    return at;
  }

  void skip(int count) {
    at += count;
  }

  void goTo(int offset) {
    at = offset;
  }

  /** The column of the content that a line begins with; -1 at the end of the text. */
  int column() {
    return column;
  }

  /** The column of the next character, wherever it stands in its line. */
  int columnHere() {
    return at - lineStart;
  }

  boolean isBlank(int offset) {
    char c = charAt(offset);
    return c == ' ' || c == '\n';
  }

  /** Whether the dash of a list item is next. */
  boolean isDash() {
    return peek() == '-' && isBlank(at + 1);
  }

  void skipSpaces() {
    while (at < chars.length && chars[at] == ' ') {
      at++;
    }
  }

  /** Whether nothing but a comment is left of the line. */
  boolean isLineDone() {
    char c = peek();
    return c == '\n' || (c == '#' && (at == 0 || isBlank(at - 1)));
  }

  /** Leaves the line, of which nothing but a comment may be left, for the next with content. */
  void endLine() {
    skipSpaces();
    if (!isLineDone()) {
      throw giveUp();
    }
    nextContent(lineAfter(at));
  }

  private int lineAfter(int offset) {
    int i = offset;
    while (i < chars.length && chars[i] != '\n') {
      i++;
    }
    return i + 1;
  }

  /** Goes to the first content at or after the start of a line. */
  void nextContent(int line) {
    int start = line;
    while (start < chars.length) {
      int i = start;
      while (i < chars.length && chars[i] == ' ') {
        i++;
      }
      char c = charAt(i);
      if (c == '\t') {
        throw giveUp();
      }
      if (c != '\n' && c != '#') {
        at = i;
        lineStart = start;
        column = i - start;
        return;
      }
      start = lineAfter(i);
    }
    at = chars.length;
    column = -1;
  }

  /** Skips what may stand between the parts of a flow collection. */
  void skipFlowGap() {
    while (true) {
      skipSpaces();
      if (at >= chars.length || !isLineDone()) {
        return;
      }
      at = lineAfter(at);
    }
  }

  YamlScalar empty(int offset) {
    return new YamlScalar(offset, offset, null, YamlScalar.Style.PLAIN, "");
  }

  /** Cuts out characters. */
  String cut(int start, int end) {
    return words.cut(text, chars, start, end);
  }

  void append(StringBuilder out, int start, int end) {
    out.append(chars, start, end - start);
  }

  boolean isOnOneLine(int start, int end) {
    for (int i = start; i < end; i++) {
      if (chars[i] == '\n') {
        return false;
      }
    }
    return true;
  }

  /**
   * A block scalar, and on to the next content.
   *
   * @param parent the column of the block that holds it
   */
  YamlScalar blockScalar(int parent) {
    int header = at;
    QuickBlockScalar scalar = new QuickBlockScalar(text, chars, header, Math.max(0, parent));
    int last = spans.endOfBlockScalar(header, scalar.end());
    nextContent(scalar.end());
    return new YamlScalar(header, Math.max(header, last), null, scalar.style(), scalar.value());
  }
}
