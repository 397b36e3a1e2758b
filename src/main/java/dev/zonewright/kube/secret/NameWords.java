package dev.zonewright.kube.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits names such as {@code AWS_SECRET_KEY}, {@code apiKey} and {@code db-password}. */
final class NameWords {
  /** A longer one is no name. */
  private static final int LONGEST = 200;

  private NameWords() {}

  /** The words in lower case, in order. */
  static List<String> of(String name) {
    if (name.length() > LONGEST) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean starts =
          Character.isUpperCase(c)
              && i > 0
              && (Character.isLowerCase(name.charAt(i - 1))
                  || Character.isDigit(name.charAt(i - 1))
                  || (Character.isUpperCase(name.charAt(i - 1))
                      && i + 1 < name.length()
                      && Character.isLowerCase(name.charAt(i + 1))));
      if (!Character.isLetterOrDigit(c) || starts) {
        flush(word, words);
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      }
    }
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }
}
