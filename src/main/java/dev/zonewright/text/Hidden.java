package dev.zonewright.text;

/**
 * Characters that nobody sees, or that do something beside standing there: controls, marks that
 * turn the direction of writing, fillers, tags and selectors of a variation (Unicode 16, general
 * categories Cc and Cf, and what is shown as blank by default).
 */
public final class Hidden {
  /** The first half of tags and of selectors of a variation, U+E0000 to U+E01EF. */
  public static final char TAGS = 0xdb40;

  private Hidden() {}

  /** Whether a character, or the surrogate pair that it begins, is one. */
  public static boolean is(char c) {
    if (c < 0x20 || (c >= 0x7f && c <= 0x9f)) {
      return true;
    }
    if (c < 0x200b) {
      return c == 0xad || c == 0x34f || c == 0x61c || c == 0x115f || c == 0x1160 || c == 0x180e;
    }
    return c <= 0x200f
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f)
        || c == 0x3164
        || c == TAGS
        || (c >= 0xfe00 && c <= 0xfe0f)
        || c == 0xfeff
        || c == 0xffa0
        || (c >= 0xfff9 && c <= 0xfffb);
  }

  /** The text as it looks: without them. */
  public static String without(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!is(c)) {
        out.append(c);
      } else if (c == TAGS && i + 1 < text.length()) {
        i++;
      }
    }
    return out.toString();
  }
}
