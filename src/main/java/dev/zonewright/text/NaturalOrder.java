package dev.zonewright.text;

import java.util.Comparator;

/**
 * The order in which people look for names: numbers by their value, letters whatever their case.
 * Names that differ are never equal in it.
 */
public final class NaturalOrder implements Comparator<String> {
  /** The only one there is to have. */
  public static final NaturalOrder NAMES = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    int at = 0;
    int least = Math.min(one.length(), other.length());
    while (at < least && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    if (at == one.length() || at == other.length()) {
      return Integer.compare(one.length(), other.length());
    }
    // what differs may be the middle of a number
    while (at > 0 && isDigit(one.charAt(at - 1))) {
      at--;
    }
    int order = compareFrom(one, other, at);
    return order == 0 ? one.compareTo(other) : order;
  }

  private static int compareFrom(String one, String other, int from) {
    int i = from;
    int j = from;
    while (i < one.length() && j < other.length()) {
      if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
        int endOne = endOfNumber(one, i);
        int endOther = endOfNumber(other, j);
        int order = compareNumbers(one, i, endOne, other, j, endOther);
        if (order != 0) {
          return order;
        }
        i = endOne;
        j = endOther;
      } else {
        int order = Character.compare(lower(one.charAt(i)), lower(other.charAt(j)));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
    }
    return Integer.compare(one.length() - i, other.length() - j);
  }

  /** Of any length, so that no number is too long to have a value. */
  private static int compareNumbers(
      String one, int from, int to, String other, int fromOther, int toOther) {
    int i = behindZeros(one, from, to);
    int j = behindZeros(other, fromOther, toOther);
    if (to - i != toOther - j) {
      return Integer.compare(to - i, toOther - j);
    }
    for (; i < to; i++, j++) {
      if (one.charAt(i) != other.charAt(j)) {
        return Character.compare(one.charAt(i), other.charAt(j));
      }
    }
    return 0;
  }

  private static int behindZeros(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static int endOfNumber(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char lower(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
