package dev.zonewright.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Guesses what was meant. */
final class Nearest {
  private Nearest() {}

  /** Up to three candidates that are close to the word, the closest first. */
  static List<String> to(String word, Collection<String> candidates) {
    int most = Math.max(2, word.length() / 3);
    return candidates.stream()
        .filter(c -> distance(word, c) <= most || (word.length() > 2 && c.contains(word)))
        .sorted(Comparator.comparingInt((String c) -> distance(word, c)).thenComparing(c -> c))
        .limit(3)
        .toList();
  }

  /** How many letters must change, come or go to turn one word into the other. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
