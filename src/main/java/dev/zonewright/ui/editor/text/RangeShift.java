package dev.zonewright.ui.editor.text;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Where places of a text stand after edits of it; each place is found by halving. */
public final class RangeShift {
  private final List<TextEdit> edits;
  // by how much the edits before each one, and at last all of them, let the text grow
  private final int[] growth;

  public RangeShift(EditSet set) {
    edits = set.edits();
    growth = new int[edits.size() + 1];
    for (int i = 0; i < edits.size(); i++) {
      growth[i + 1] = growth[i] + edits.get(i).growth();
    }
  }

  public static int caret(int offset, EditSet edits) {
    return new RangeShift(edits).caret(offset);
  }

  /**
   * Where a caret goes: with the text before which it stands; inside of what is replaced, to the
   * end of what comes.
   */
  public int caret(int offset) {
    int before = endingBy(offset);
    if (before > 0 && edits.get(before - 1).range().equals(TextRange.at(offset))) {
      before--;
    }
    if (before < edits.size()) {
      TextEdit next = edits.get(before);
      if (next.range().start() <= offset && next.range().end() > offset) {
        return next.range().start() + growth[before] + next.replacement().length();
      }
    }
    return offset + growth[before];
  }

  /** Where a range goes; empty when characters of it were edited. */
  public Optional<TextRange> range(TextRange range) {
    int before = endingBy(range.start());
    if (before < edits.size()) {
      int next = edits.get(before).range().start();
      boolean after = next >= range.end() && (!range.isEmpty() || next > range.start());
      if (!after) {
        return Optional.empty();
      }
    }
    return Optional.of(growth[before] == 0 ? range : range.shift(growth[before]));
  }

  /** How many edits end at an offset or before it. */
  private int endingBy(int offset) {
    int low = 0;
    int high = edits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edits.get(middle).range().end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
