package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Comparison;
import dev.zonewright.report.compare.Pairing;
import dev.zonewright.report.compare.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * A finding that is not as it was.
 *
 * @param state what became of it
 * @param entry as it is now; as it was, where it is gone
 */
record ChangeLine(State state, Side.Entry entry) {
  /** What can become of a finding, what counts against a change first. */
  enum State {
    ADDED("added"),
    WORSE("more severe"),
    FIXED("fixed"),
    REMOVED("removed with its object"),
    ACCEPTED("accepted"),
    MOVED("renamed");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /** Whether it is there no more. */
    boolean isGone() {
      return this == FIXED || this == REMOVED;
    }
  }

  static List<ChangeLine> of(Comparison comparison) {
    List<ChangeLine> out = new ArrayList<>();
    comparison.added().forEach(e -> out.add(new ChangeLine(State.ADDED, e)));
    comparison.worse().stream()
        .map(Pairing.Pair::after)
        .forEach(e -> out.add(new ChangeLine(State.WORSE, e)));
    comparison.fixed().forEach(e -> out.add(new ChangeLine(State.FIXED, e)));
    comparison.removed().forEach(e -> out.add(new ChangeLine(State.REMOVED, e)));
    comparison.accepted().forEach(e -> out.add(new ChangeLine(State.ACCEPTED, e)));
    comparison.moved().stream()
        .map(Pairing.Pair::after)
        .forEach(e -> out.add(new ChangeLine(State.MOVED, e)));
    return out;
  }
}
