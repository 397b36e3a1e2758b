package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of the list of findings: a heading, what caused those below it, or one of them. */
sealed interface ChangeRow {
  /** What became of those below, and how many they are. */
  record Head(ChangeLine.State state, int count) implements ChangeRow {}

  /** What caused those below. */
  record Because(ChangeLine line, int count) implements ChangeRow {
    Cause cause() {
      return line.cause();
    }
  }

  /** A finding. */
  record Found(ChangeLine line) implements ChangeRow {}

  /** The rows of findings in an order; those of one cause stand below it where it is the order. */
  static List<ChangeRow> of(List<ChangeLine> lines, ChangeOrder order) {
    Map<ChangeLine.State, List<ChangeLine>> states = new LinkedHashMap<>();
    lines.forEach(l -> states.computeIfAbsent(l.state(), _ -> new ArrayList<>()).add(l));
    List<ChangeRow> out = new ArrayList<>();
    states.forEach((state, all) -> {
      out.add(new Head(state, all.size()));
      if (order == ChangeOrder.CAUSE) {
        byCause(all, out);
      } else {
        order.of(all).forEach(l -> out.add(new Found(l)));
      }
    });
    return out;
  }

  private static void byCause(List<ChangeLine> lines, List<ChangeRow> out) {
    Map<Cause, List<ChangeLine>> causes = new LinkedHashMap<>();
    lines.forEach(l -> causes.computeIfAbsent(l.cause(), _ -> new ArrayList<>()).add(l));
    causes.forEach((cause, all) -> {
      if (cause.isKnown()) {
        out.add(new Because(all.getFirst(), all.size()));
      }
      all.forEach(l -> out.add(new Found(l)));
    });
  }
}
