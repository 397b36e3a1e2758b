package dev.zonewright.text;

import java.util.Optional;

/**
 * Short strings that were seen before, so that equal ones are held once: a review says the same few
 * sentences thousands of times. It holds a bounded number of them and forgets one for another.
 * Several threads may use it at once: each finds what another left, or, where two meet, nothing.
 */
public final class SeenStrings {
  private static final int LONGEST = 512;
  private static final int PLACES = 4_096;

  private final String[] seen = new String[PLACES];

  /** The equal string that was added before. */
  public Optional<String> find(String text) {
    String known = seen[place(text)];
    return text.equals(known) ? Optional.of(known) : Optional.empty();
  }

  /** Holds it for later ones; a long one is not held. */
  public void add(String text) {
    if (text.length() <= LONGEST) {
      seen[place(text)] = text;
    }
  }

  /** The string, or the equal one that was seen before. */
  public String same(String text) {
    return find(text)
        .orElseGet(() -> {
          add(text);
          return text;
        });
  }

  private static int place(String text) {
    int hash = text.hashCode();
    return (hash ^ (hash >>> 12) ^ (hash >>> 20)) & (PLACES - 1);
  }
}
