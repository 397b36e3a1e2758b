package dev.zonewright.yaml.parse;

import java.util.Arrays;

/** Converts the parser's code-point offsets to UTF-16 offsets. */
final class CodePoints {
  // the code-point index of each character outside the basic plane, ascending
  private final int[] wide;

  private CodePoints(int[] wide) {
    this.wide = wide;
  }

  static CodePoints of(String text) {
    int[] wide = new int[0];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        if (count == wide.length) {
          wide = Arrays.copyOf(wide, Math.max(16, count * 2));
        }
        wide[count] = i - count;
        count++;
        i++;
      }
    }
    return new CodePoints(Arrays.copyOf(wide, count));
  }

  int toUtf16(int codePoint) {
    if (wide.length == 0) {
      return codePoint;
    }
    int found = Arrays.binarySearch(wide, codePoint);
    return codePoint + (found >= 0 ? found : -found - 1);
  }
}
