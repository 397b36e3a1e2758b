package dev.zonewright.ui.fix;

/**
 * What differs within two lines, in whole words: what is between the beginning and the end that
 * they share. Lines that share nothing but their indent are different altogether, so nothing in
 * them is marked.
 *
 * @param start the first character that differs, the same in both
 * @param endBefore behind the last one in the line before
 * @param endAfter behind the last one in the line after
 */
record InlineChange(int start, int endBefore, int endAfter) {
  private static final InlineChange NONE = new InlineChange(0, 0, 0);

  static InlineChange of(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int start = 0;
    while (start < most && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    while (start > 0 && splits(start, before, after)) {
      start--;
    }
    int same = 0;
    while (same < most - start
        && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
      same++;
    }
    while (same > 0 && splitsEnd(same, start, before, after)) {
      same--;
    }
    boolean alike = !before.substring(0, start).isBlank() || same > 0;
    return alike ? new InlineChange(start, before.length() - same, after.length() - same) : NONE;
  }

  private static boolean splits(int at, String before, String after) {
    return isWithin(before, at, before.length()) || isWithin(after, at, after.length());
  }

  private static boolean splitsEnd(int same, int start, String before, String after) {
    int was = before.length() - same;
    int is = after.length() - same;
    return (was > start && isWithin(before, was, before.length()))
        || (is > start && isWithin(after, is, after.length()));
  }

  /** Whether a cut would part a word, or the halves of a character. */
  private static boolean isWithin(String text, int at, int length) {
    if (at <= 0 || at >= length) {
      return false;
    }
    char left = text.charAt(at - 1);
    char right = text.charAt(at);
    return Character.isSurrogatePair(left, right) || (isWord(left) && isWord(right));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
