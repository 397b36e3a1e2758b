package dev.zonewright.ui.editor.text;

import java.util.Locale;
import java.util.Set;

/** Tells plain scalars that are no strings by their looks. */
final class PlainScalars {
  private static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "~");

  private PlainScalars() {}

  /** Whether the text reads as a number, a truth value or null. */
  static boolean isWordOfItsOwn(String text) {
    return isNumber(text) || (text.length() < 6 && WORDS.contains(text.toLowerCase(Locale.ROOT)));
  }

  private static boolean isNumber(String text) {
    boolean digit = false;
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c == '.') {
        points++;
      } else if (!(i == 0 && (c == '-' || c == '+')) && !(digit && c == '_')) {
        return false;
      }
    }
    return digit && points < 2;
  }
}
