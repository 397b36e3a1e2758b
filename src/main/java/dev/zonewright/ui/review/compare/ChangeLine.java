package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Cause;
import dev.zonewright.report.compare.Compared;
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
 * @param cause the change to which it is owed
 */
record ChangeLine(State state, Side.Entry entry, Cause cause) {
  /** What can become of a finding, what counts against a change first. */
  enum State {
    ADDED("added"),
    WORSE("more severe"),
    FIXED("fixed"),
    REMOVED("removed with its object"),
    ACCEPTED("accepted"),
    MOVED("renamed"),
    SAME("unchanged");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /** Whether it counts against the change. */
    boolean isAgainst() {
      return this == ADDED || this == WORSE;
    }

    /** Whether it is there no more. */
    boolean isGone() {
      return this == FIXED || this == REMOVED;
    }
  }

  /** All of them, by what became of them, and then by their cause. */
  static List<ChangeLine> of(Compared compared) {
    Comparison comparison = compared.comparison();
    List<ChangeLine> out = new ArrayList<>();
    add(State.ADDED, comparison.added(), compared, out);
    add(State.WORSE, after(comparison.worse()), compared, out);
    add(State.FIXED, comparison.fixed(), compared, out);
    add(State.REMOVED, comparison.removed(), compared, out);
    add(State.ACCEPTED, comparison.accepted(), compared, out);
    add(State.MOVED, after(comparison.moved()), compared, out);
    return out;
  }

  /** Those that are as they were; nothing caused them. */
  static List<ChangeLine> same(Compared compared) {
    return compared.comparison().same().stream()
        .map(entry -> new ChangeLine(State.SAME, entry, Cause.NONE))
        .toList();
  }

  private static List<Side.Entry> after(List<Pairing.Pair> pairs) {
    return pairs.stream().map(Pairing.Pair::after).toList();
  }

  private static void add(
      State state, List<Side.Entry> entries, Compared compared, List<ChangeLine> out) {
    compared
        .causes()
        .group(entries)
        .forEach((cause, all) -> {
          all.forEach(entry -> out.add(new ChangeLine(state, entry, cause)));
        });
  }
}
