package dev.zonewright.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditDistanceTest {
  @Test
  void countsWhatMustChange() {
    assertEquals(0, EditDistance.upTo(2, "kernel", "kernel"));
    assertEquals(1, EditDistance.upTo(2, "kernel", "kernal"));
    assertEquals(1, EditDistance.upTo(2, "kernel", "kernle"));
    assertEquals(1, EditDistance.upTo(2, "kernel", "kernels"));
    assertEquals(2, EditDistance.upTo(2, "review", "veriew"));
    assertEquals(3, EditDistance.upTo(2, "fix", "explain"));
    assertEquals(4, EditDistance.upTo(3, "", "abcd"));
    assertEquals(0, EditDistance.upTo(0, "", ""));
    assertEquals(1, EditDistance.upTo(0, "a", "b"));
  }

  @Test
  void isTheWholeTableCutOffAtTheMost() {
    List<String> words = words();
    for (String a : words) {
      for (String b : words) {
        int whole = wholeTable(a, b);
        for (int most = 0; most <= 4; most++) {
          assertEquals(Math.min(whole, most + 1), EditDistance.upTo(most, a, b), a + " to " + b);
        }
      }
    }
  }

  @Test
  void manyLettersThatDifferInLengthAreNotLookedAt() {
    // a table of both would need 40 GB
    assertEquals(3, EditDistance.upTo(2, "a".repeat(100_000), "a".repeat(99_990)));
    assertEquals(1, EditDistance.upTo(2, "a".repeat(100_000), "a".repeat(99_999)));
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>(List.of(""));
    for (int i = 0; i < words.size() && words.get(i).length() < 4; i++) {
      for (String letter : List.of("a", "b", "c")) {
        words.add(words.get(i) + letter);
      }
    }
    return words;
  }

  private static int wholeTable(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
