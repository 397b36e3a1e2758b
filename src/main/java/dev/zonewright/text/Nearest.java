package dev.zonewright.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Guesses what was meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * Up to three candidates that are close to the word, the closest first. Capitals do not part
   * them: a name is often typed as it stands in another place.
   */
  public static List<String> to(String word, Collection<String> candidates) {
    String small = word.toLowerCase(Locale.ROOT);
    int most = Math.max(2, word.length() / 3);
    return candidates.stream()
        .filter(c ->
            far(most, small, c) <= most
                || (word.length() > 2 && c.toLowerCase(Locale.ROOT).contains(small)))
        .sorted(
            Comparator.comparingInt((String c) -> far(most, small, c))
                .thenComparingInt(c -> EditDistance.upTo(most, word, c))
                .thenComparingInt(String::length)
                .thenComparing(c -> c))
        .limit(3)
        .toList();
  }

  /** The candidates as a question to put behind a message; empty when none is close. */
  public static String question(String word, Collection<String> candidates) {
    List<String> near = to(word, candidates);
    return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
  }

  private static int far(int most, String small, String candidate) {
    return EditDistance.upTo(most, small, candidate.toLowerCase(Locale.ROOT));
  }
}
