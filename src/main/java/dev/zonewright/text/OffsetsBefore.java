package dev.zonewright.text;

import java.util.Arrays;
import java.util.List;

/** Where characters of an edited text stood in the text before. */
public final class OffsetsBefore {
  // where each edit's replacement begins and ends in the text after; ascending
  private final int[] starts;
  private final int[] ends;
  private final List<TextEdit> edits;

  /**
   * Of these edits.
   *
   * @param set leads from the text before to the text after
   */
  public OffsetsBefore(EditSet set) {
    edits = set.edits();
    starts = new int[edits.size()];
    ends = new int[edits.size()];
    int shift = 0;
    for (int i = 0; i < starts.length; i++) {
      TextEdit edit = edits.get(i);
      starts[i] = edit.range().start() + shift;
      ends[i] = starts[i] + edit.replacement().length();
      shift += edit.growth();
    }
  }

  /** The same character in the text before; of an inserted one, where it was inserted. */
  public int of(int after) {
    int found = Arrays.binarySearch(starts, after);
    int last = found >= 0 ? found : -found - 2;
    if (last < 0) {
      return after;
    }
    TextEdit edit = edits.get(last);
    return after < ends[last] ? edit.range().start() : edit.range().end() + after - ends[last];
  }
}
