package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.NaturalOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Findings to be walked round and round: from the chosen one in the order on show, from a caret
 * that is elsewhere in the order of files and places.
 */
final class PlaceOrder {
  private static final Comparator<LocatedFinding> BY_PLACE =
      Comparator.comparing(LocatedFinding::file, NaturalOrder.NAMES)
          .thenComparing(LocatedFinding::range);

  private final List<LocatedFinding> inOrder;
  private final List<LocatedFinding> onShow;
  private final long fixable;

  /**
   * An order.
   *
   * @param onShow the same findings as the table has them; from the chosen one the walk follows it
   */
  PlaceOrder(List<LocatedFinding> findings, List<LocatedFinding> onShow) {
    inOrder = findings.stream().sorted(BY_PLACE).toList();
    this.onShow = onShow;
    // here, which is beside the thread of the window
    fixable = inOrder.stream().filter(f -> !f.finding().fixes().isEmpty()).count();
  }

  int size() {
    return inOrder.size();
  }

  /** How many of them have a fix. */
  long fixable() {
    return fixable;
  }

  Optional<LocatedFinding> first(Predicate<LocatedFinding> like) {
    return inOrder.stream().filter(like).findFirst();
  }

  Optional<LocatedFinding> next(@Nullable LocatedFinding chosen, String file, int caret) {
    int row = indexOf(chosen, file, caret);
    if (row >= 0) {
      return Optional.of(onShow.get((row + 1) % onShow.size()));
    }
    int at = countBefore(file, caret, true) - 1;
    return inOrder.isEmpty()
        ? Optional.empty()
        : Optional.of(inOrder.get((at + 1) % inOrder.size()));
  }

  Optional<LocatedFinding> previous(@Nullable LocatedFinding chosen, String file, int caret) {
    int row = indexOf(chosen, file, caret);
    if (row >= 0) {
      return Optional.of(onShow.get(Math.floorMod(row - 1, onShow.size())));
    }
    int at = countBefore(file, caret, false);
    return inOrder.isEmpty()
        ? Optional.empty()
        : Optional.of(inOrder.get(Math.floorMod(at - 1, inOrder.size())));
  }

  // the chosen finding counts only while the caret has not walked away from it
  private int indexOf(@Nullable LocatedFinding chosen, String file, int caret) {
    boolean there =
        chosen != null
            && chosen.file().equals(file)
            && caret >= chosen.range().start()
            && caret <= chosen.range().end();
    return there ? onShow.indexOf(chosen) : -1;
  }

  private int countBefore(String file, int caret, boolean inclusive) {
    int count = 0;
    for (LocatedFinding finding : inOrder) {
      int byFile = NaturalOrder.NAMES.compare(finding.file(), file);
      int start = finding.range().start();
      if (byFile < 0 || (byFile == 0 && (start < caret || (inclusive && start == caret)))) {
        count++;
      }
    }
    return count;
  }
}
