package dev.zonewright.ui.palette;

import dev.zonewright.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How well a few letters fit a name. Each word of the query must be found: as it is, best at the
 * start of a word, or else letter by letter in the name, as {@code dpapi} in {@code Deployment
 * api}.
 */
final class Fuzzy {
  /** What {@link #score} gives where a word is not found. */
  static final int NONE = Integer.MIN_VALUE;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int WHOLE = 120;
  private static final int NAME_START = 100;
  private static final int WORD_START = 80;
  private static final int INSIDE = 55;
  private static final int DETAIL_WORD = 40;
  private static final int DETAIL_INSIDE = 20;
  private static final int LETTERS = 35;
  private static final int LONGEST = 30;
  private static final int MOST_STRETCHES = 3;

  private Fuzzy() {}

  /** The words of a query, in lower case. */
  static List<String> words(String query) {
    String stripped = query.strip().toLowerCase(Locale.ROOT);
    return stripped.isEmpty() ? List.of() : List.of(SPACE.split(stripped));
  }

  /** How well the words fit, more being better; {@link #NONE} where one is not found. */
  static int score(List<String> words, PaletteEntry entry) {
    int sum = 0;
    for (String word : words) {
      int score = score(word, entry.words(), entry.title().length());
      if (score == NONE) {
        return NONE;
      }
      sum += score;
    }
    // of two that fit alike, the shorter name is the nearer
    return sum * 4 - Math.min(LONGEST, entry.title().length());
  }

  private static int score(String word, String in, int nameLength) {
    int best = NONE;
    for (int at = in.indexOf(word); at >= 0; at = in.indexOf(word, at + 1)) {
      boolean starts = startsWord(in, at);
      int score;
      if (at >= nameLength) {
        score = starts ? DETAIL_WORD : DETAIL_INSIDE;
      } else if (!starts) {
        score = INSIDE;
      } else if (endsWord(in, at + word.length())) {
        score = at == 0 ? WHOLE : WHOLE - 5;
      } else {
        score = at == 0 ? NAME_START : WORD_START;
      }
      best = Math.max(best, score);
      if (best >= WORD_START) {
        return best;
      }
    }
    return best == NONE ? letters(word, in.substring(0, Math.min(nameLength, in.length()))) : best;
  }

  /** The letters one after another with others between them; the fewer stretches the better. */
  private static int letters(String word, String name) {
    int stretches = stretches(word, name).size();
    int most = Math.clamp(word.length() / 2 + 1, 2, MOST_STRETCHES);
    return stretches == 0 || stretches > most ? NONE : Math.max(1, LETTERS - 6 * stretches);
  }

  /** Where the letters of a word are found in a name, from its start; empty where they are not. */
  private static List<TextRange> stretches(String word, String name) {
    List<TextRange> out = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < word.length()) {
      int found = next(word.charAt(at), name, from);
      if (found < 0) {
        return List.of();
      }
      int end = found;
      while (at < word.length() && end < name.length() && name.charAt(end) == word.charAt(at)) {
        end++;
        at++;
      }
      out.add(new TextRange(found, end));
      from = end;
    }
    return out;
  }

  // the start of a word is what people type; any other place only where there is no such
  private static int next(char letter, String name, int from) {
    for (int i = from; i < name.length(); i++) {
      if (name.charAt(i) == letter && startsWord(name, i)) {
        int before = name.indexOf(letter, from);
        return before == from ? before : i;
      }
    }
    return name.indexOf(letter, from);
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static boolean endsWord(String text, int at) {
    // a hyphen or a dot goes on with the name of an object
    return at >= text.length() || Character.isWhitespace(text.charAt(at));
  }

  /** What of a name the words stand for, in order and apart from each other. */
  static List<TextRange> marks(List<String> words, String name) {
    boolean[] marked = new boolean[name.length()];
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.length() != name.length()) {
      return List.of();
    }
    for (String word : words) {
      int at = bestStart(word, lower);
      List<TextRange> ranges =
          at >= 0 ? List.of(new TextRange(at, at + word.length())) : stretches(word, lower);
      for (TextRange range : ranges) {
        Arrays.fill(marked, range.start(), range.end(), true);
      }
    }
    return ranges(marked);
  }

  private static int bestStart(String word, String name) {
    for (int at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
      if (startsWord(name, at)) {
        return at;
      }
    }
    return name.indexOf(word);
  }

  private static List<TextRange> ranges(boolean[] marked) {
    List<TextRange> out = new ArrayList<>();
    for (int i = 0; i < marked.length; i++) {
      if (marked[i]) {
        int from = i;
        while (i < marked.length && marked[i]) {
          i++;
        }
        out.add(new TextRange(from, i));
      }
    }
    return out;
  }
}
