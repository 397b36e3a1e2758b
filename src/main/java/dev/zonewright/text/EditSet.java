package dev.zonewright.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Edits of one text that do not overlap, in ascending order; all offsets are those of the text
 * before any of them.
 *
 * <p>Two insertions at the same offset are refused: their order would be a guess.
 */
public record EditSet(List<TextEdit> edits) {
  public static final EditSet EMPTY = new EditSet(List.of());

  public EditSet {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparing(TextEdit::range));
    for (int i = 1; i < sorted.size(); i++) {
      if (collide(sorted.get(i - 1).range(), sorted.get(i).range())) {
        throw new IllegalArgumentException(
            "edits overlap: " + sorted.get(i - 1) + " and " + sorted.get(i));
      }
    }
    edits = List.copyOf(sorted);
  }

  public static EditSet of(TextEdit... edits) {
    return new EditSet(List.of(edits));
  }

  private static boolean collide(TextRange a, TextRange b) {
    return a.overlaps(b) || a.start() == b.start() || (b.isEmpty() && b.start() < a.end());
  }

  /** Whether both can be applied to the same text in one go. */
  public boolean compatibleWith(EditSet other) {
    for (TextEdit mine : edits) {
      for (TextEdit theirs : other.edits) {
        TextRange a = mine.range();
        TextRange b = theirs.range();
        if (a.compareTo(b) <= 0 ? collide(a, b) : collide(b, a)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether it can be made in one go with edits that all come before it. */
  public boolean standsApartFrom(List<TextEdit> before) {
    return before.isEmpty() || EditSet.of(before.getLast()).compatibleWith(this);
  }

  public boolean isEmpty() {
    return edits.isEmpty();
  }

  public EditSet shift(int by) {
    return new EditSet(edits.stream().map(e -> e.shift(by)).toList());
  }

  public String apply(String text) {
    int growth = 0;
    for (TextEdit edit : edits) {
      growth += edit.growth();
    }
    // a builder that has to grow takes three times the text
    StringBuilder out = new StringBuilder(Math.max(0, text.length() + growth));
    int from = 0;
    for (TextEdit edit : edits) {
      out.append(text, from, edit.range().start()).append(edit.replacement());
      from = edit.range().end();
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The edits that turn {@code apply(before)} back into {@code before}. */
  public EditSet inverse(String before) {
    List<TextEdit> back = new ArrayList<>(edits.size());
    int shift = 0;
    for (TextEdit edit : edits) {
      int start = edit.range().start() + shift;
      String was = before.substring(edit.range().start(), edit.range().end());
      int end = start + edit.replacement().length();
      TextEdit last = back.isEmpty() ? null : back.getLast();
      if (last != null && last.range().end() == start) {
        // two edits that touch may come back at one place, where only one can stand
        back.removeLast();
        back.add(TextEdit.replace(last.range().start(), end, last.replacement() + was));
      } else {
        back.add(TextEdit.replace(start, end, was));
      }
      shift += edit.growth();
    }
    return new EditSet(back);
  }

  /**
   * One edit set that does what this one and then {@code next} do; {@code next} is in offsets of
   * the text after this one.
   *
   * @param before the text that this set applies to
   */
  public EditSet then(EditSet next, String before) {
    return PieceList.of(before).edited(this).edited(next).toEditSet();
  }
}
