package dev.zonewright.kube.secret;

import java.util.HashMap;
import java.util.Map;

/** Measures how random a text looks. */
final class Entropy {
  /** More characters than that say no more. */
  private static final int LOOKED_AT = 512;

  /** Bits a character from which on a text is taken for random. */
  private static final double RANDOM = 3.2;

  private static final int FEWEST_KINDS = 6;

  private Entropy() {}

  /** Bits for each character, after Shannon. */
  static double of(String text) {
    int length = Math.min(text.length(), LOOKED_AT);
    if (length == 0) {
      return 0;
    }
    Map<Character, Integer> counts = new HashMap<>();
    for (int i = 0; i < length; i++) {
      counts.merge(text.charAt(i), 1, Integer::sum);
    }
    double bits = 0;
    for (int count : counts.values()) {
      double share = (double) count / length;
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }

  /** Whether a text looks random: long, and no character or word repeats much. */
  static boolean isRandom(String text) {
    return text.length() >= 16 && of(text) >= RANDOM && hasLetterAndDigit(text);
  }

  /** Whether it has some variety at all, which {@code xxxxxxxx} and {@code 00000000} have not. */
  static boolean isMixed(String text) {
    return text.chars().limit(LOOKED_AT).distinct().count() >= FEWEST_KINDS;
  }

  private static boolean hasLetterAndDigit(String text) {
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < Math.min(text.length(), LOOKED_AT); i++) {
      letter |= Character.isLetter(text.charAt(i));
      digit |= Character.isDigit(text.charAt(i));
    }
    return letter && digit;
  }
}
