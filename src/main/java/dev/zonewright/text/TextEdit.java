package dev.zonewright.text;

/**
 * Replaces the characters of a range.
 *
 * @param range what goes, in offsets of the text before the edit; empty for an insertion
 * @param replacement what comes; empty for a removal
 */
public record TextEdit(TextRange range, String replacement) {
  public static TextEdit insert(int offset, String text) {
    return new TextEdit(TextRange.at(offset), text);
  }

  public static TextEdit remove(int start, int end) {
    return new TextEdit(new TextRange(start, end), "");
  }

  public static TextEdit replace(int start, int end, String text) {
    return new TextEdit(new TextRange(start, end), text);
  }

  /** By how many characters the text grows; negative when it shrinks. */
  public int growth() {
    return replacement.length() - range.length();
  }

  public TextEdit shift(int by) {
    return new TextEdit(range.shift(by), replacement);
  }
}
