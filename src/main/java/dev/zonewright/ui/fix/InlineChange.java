package dev.zonewright.ui.fix;

/**
 * What differs within two lines: what is between the beginning and the end that they share.
 *
 * @param start the first character that differs, the same in both
 * @param endBefore behind the last one in the line before
 * @param endAfter behind the last one in the line after
 */
record InlineChange(int start, int endBefore, int endAfter) {
  static InlineChange of(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int start = 0;
    while (start < most && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    if (start > 0 && Character.isHighSurrogate(before.charAt(start - 1))) {
      start--;
    }
    int same = 0;
    while (same < most - start
        && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
      same++;
    }
    if (same > 0 && Character.isLowSurrogate(before.charAt(before.length() - same))) {
      same--;
    }
    return new InlineChange(start, before.length() - same, after.length() - same);
  }
}
