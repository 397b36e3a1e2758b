package dev.zonewright.yaml.parse;

/**
 * Cuts strings out of texts, and the same short one only once: the same few words make up most of
 * manifests. One serves all documents of a stream, on several threads at once: each finds what
 * another left, or, where two meet, makes it again.
 */
final class ShortStrings {
  private static final int SHORT = 40;
  private static final int LEAST = 256;
  private static final int LEAST_OF_TEXT = 32;
  private static final int MOST = 8_192;
  private static final int FOR_EACH = 8;

  private final String[] known;

  private ShortStrings(int size) {
    this.known = new String[size];
  }

  /** For so many documents. */
  static ShortStrings of(int documents) {
    int size = LEAST;
    while (size < MOST && size < documents * FOR_EACH) {
      size *= 2;
    }
    return new ShortStrings(size);
  }

  /** For one text by itself: thousands of short ones are read while fixes are made. */
  static ShortStrings forText(int length) {
    int size = LEAST_OF_TEXT;
    while (size < LEAST && size * FOR_EACH < length) {
      size *= 2;
    }
    return new ShortStrings(size);
  }

  /** A part of a text, whose characters are also given. */
  String cut(String text, char[] chars, int start, int end) {
    int length = end - start;
    if (length >= SHORT) {
      return text.substring(start, end);
    }
    int hash = length;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + chars[i];
    }
    int slot = slot(hash);
    String word = known[slot];
    if (word == null || word.length() != length || !text.startsWith(word, start)) {
      word = text.substring(start, end);
      known[slot] = word;
    }
    return word;
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (known.length - 1);
  }
}
