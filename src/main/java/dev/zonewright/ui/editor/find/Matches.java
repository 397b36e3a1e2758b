package dev.zonewright.ui.editor.find;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.text.RangeShift;
import dev.zonewright.ui.editor.text.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where something was found.
 *
 * @param all in order, not overlapping
 * @param more whether there are more than these
 */
public record Matches(List<TextRange> all, boolean more) {
  static final Matches NONE = new Matches(List.of(), false);

  /** The match that starts at an offset or next after it; behind the last comes the first. */
  Optional<TextRange> from(int offset) {
    int index = firstEndingAfter(offset);
    while (index < all.size() && all.get(index).start() < offset) {
      index++;
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(index % all.size()));
  }

  /** The match that ends at an offset or next before it; ahead of the first comes the last. */
  Optional<TextRange> before(int offset) {
    int index = firstEndingAfter(offset) - 1;
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(Math.floorMod(index, all.size())));
  }

  /** The same after edits; those whose characters were edited go. */
  Matches moved(EditSet edits) {
    RangeShift shift = new RangeShift(edits);
    return new Matches(all.stream().map(shift::range).flatMap(Optional::stream).toList(), more);
  }

  /** What is drawn from one offset to another, as columns; {@code current} is told apart. */
  List<Stretch> drawn(int start, int end, @Nullable TextRange current) {
    List<Stretch> found = new ArrayList<>();
    for (int i = firstEndingAfter(start); i < all.size() && all.get(i).start() < end; i++) {
      TextRange match = all.get(i);
      int from = Math.max(start, match.start()) - start;
      int to = Math.min(end, match.end()) - start;
      found.add(new Stretch(from, to, match.equals(current) ? "zw-match-current" : "zw-match"));
    }
    return found;
  }

  /** “3 of 17”, “17 matches” where none is selected, “No matches”. */
  String words(@Nullable TextRange current) {
    if (all.isEmpty()) {
      return "No matches";
    }
    String total = "%,d%s".formatted(all.size(), more ? "+" : "");
    int index = current == null ? -1 : firstEndingAfter(current.start());
    return index < 0 || index == all.size() || !all.get(index).equals(current)
        ? total + (all.size() == 1 ? " match" : " matches")
        : "%,d of %s".formatted(index + 1, total);
  }

  private int firstEndingAfter(int offset) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
