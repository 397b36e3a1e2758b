package dev.zonewright.text;

/** The beginning of a text that may be of any length, for a message. */
public final class Excerpt {
  private Excerpt() {}

  /**
   * The text itself where it is short; else its beginning and an ellipsis. No character is cut in
   * two.
   *
   * @param most how many UTF-16 units of it are shown
   */
  public static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }
}
