package dev.zonewright.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Guesses what was meant. */
public final class Nearest {
  private Nearest() {}

  /** Up to three candidates that are close to the word, the closest first. */
  public static List<String> to(String word, Collection<String> candidates) {
    int most = Math.max(2, word.length() / 3);
    return candidates.stream()
        .filter(c ->
            EditDistance.upTo(most, word, c) <= most || (word.length() > 2 && c.contains(word)))
        .sorted(
            Comparator.comparingInt((String c) -> EditDistance.upTo(most, word, c))
                .thenComparingInt(String::length)
                .thenComparing(c -> c))
        .limit(3)
        .toList();
  }
}
