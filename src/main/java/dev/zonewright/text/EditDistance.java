package dev.zonewright.text;

/** How far two words are apart, asked only as far as it matters. */
public final class EditDistance {
  private EditDistance() {}

  /**
   * How many letters must be added, left out, changed or swapped with their neighbour to turn one
   * word into the other. Takes time in proportion to the shorter word times {@code most}, and none
   * where the lengths alone say that it is more.
   *
   * @param most from 0
   * @return the distance; {@code most + 1} where it is more than {@code most}
   */
  public static int upTo(int most, String a, String b) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    // three rows of the table; cells further from the diagonal than most are never needed
    int[] twoBack = new int[b.length() + 1];
    int[] back = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      int from = Math.max(0, i - most);
      int to = Math.min(b.length(), i + most);
      int least = most + 1;
      for (int j = from; j <= to; j++) {
        row[j] = i == 0 || j == 0 ? i + j : cell(a, b, i, j, most, row, back, twoBack);
        least = Math.min(least, row[j]);
      }
      if (least > most) {
        return most + 1;
      }
      int[] spare = twoBack;
      twoBack = back;
      back = row;
      row = spare;
    }
    return Math.min(back[b.length()], most + 1);
  }

  private static int cell(
      String a, String b, int i, int j, int most, int[] row, int[] back, int[] twoBack) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int cell = back[j - 1] + change;
    if (j > i - most) {
      cell = Math.min(cell, row[j - 1] + 1);
    }
    if (j < i + most) {
      cell = Math.min(cell, back[j] + 1);
    }
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(cell, twoBack[j - 2] + 1) : cell;
  }
}
