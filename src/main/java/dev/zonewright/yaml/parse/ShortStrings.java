package dev.zonewright.yaml.parse;

/**
 * Cuts strings out of a text, and the same short one only once: the same few words make up most of
 * a manifest.
 */
final class ShortStrings {
  private static final int SHORT = 40;
  private static final int SIZE = 256;

  private final String text;
  private final char[] chars;
  private final String[] known = new String[SIZE];

  ShortStrings(String text, char[] chars) {
    this.text = text;
    this.chars = chars;
  }

  String of(int start, int end) {
    int length = end - start;
    if (length >= SHORT) {
      return text.substring(start, end);
    }
    int hash = length;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + chars[i];
    }
    int slot = (hash ^ (hash >>> 8)) & (SIZE - 1);
    String word = known[slot];
    if (word == null || word.length() != length || !text.startsWith(word, start)) {
      word = text.substring(start, end);
      known[slot] = word;
    }
    return word;
  }
}
