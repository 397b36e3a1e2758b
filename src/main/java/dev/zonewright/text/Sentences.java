package dev.zonewright.text;

import java.util.Locale;

/** Words as sentences have them. */
public final class Sentences {
  private Sentences() {}

  /** The words with a capital first; at least one character. */
  public static String begin(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
