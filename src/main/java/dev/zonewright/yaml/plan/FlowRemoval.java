package dev.zonewright.yaml.plan;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.Layout;

/**
 * Takes a part out of a flow mapping or list with the comma that it no longer needs. A part on a
 * line of its own goes with the line and the comments directly above it.
 */
public final class FlowRemoval {
  private final Layout layout;
  private final Container container;
  private final int index;
  private final TextRange part;
  private final int comma;

  public FlowRemoval(Layout layout, Container container, int index) {
    this.layout = layout;
    this.container = container.withBrackets(layout.text());
    this.index = index;
    this.part = container.part(index);
    int next = layout.skipTrivia(part.end());
    this.comma = layout.text().charAt(next) == ',' ? next : -1;
  }

  public EditPlan plan() {
    if (container.size() == 1) {
      int open = container.node().start() + 1;
      int close = container.node().end() - 1;
      return EditPlan.of(new TextRange(open, close), TextEdit.remove(open, close));
    }
    int tail = comma < 0 ? part.end() : comma + 1;
    if (layout.startsLine(part.start()) && layout.endsLine(tail)) {
      return wholeLines(tail);
    }
    if (index > 0 && onOneLine(container.part(index - 1).end(), part.start())) {
      return removing(container.part(index - 1).end(), part.end());
    }
    if (comma >= 0) {
      int next = layout.skipWhite(comma + 1);
      // a comment that stays keeps the space before it: directly behind a bracket it is none
      return removing(part.start(), layout.text().startsWith("#", next) ? comma + 1 : next);
    }
    return withCommaBefore(part.start(), part.end());
  }

  private EditPlan wholeLines(int tail) {
    int floor = index > 0 ? container.part(index - 1).end() : container.node().start();
    int from = layout.commentsAbove(part.start(), floor);
    int to = layout.nextLine(tail);
    return comma < 0 ? withCommaBefore(from, to) : removing(from, to);
  }

  /** The last part goes, and with it the comma before it, which JSON does not allow to stay. */
  private EditPlan withCommaBefore(int from, int to) {
    int before = layout.skipTrivia(container.part(index - 1).end());
    return EditPlan.of(
        new TextRange(from, to), TextEdit.remove(before, before + 1), TextEdit.remove(from, to));
  }

  private boolean onOneLine(int from, int to) {
    return layout.lineEnd(from) >= to;
  }

  private static EditPlan removing(int from, int to) {
    return EditPlan.of(new TextRange(from, to), TextEdit.remove(from, to));
  }
}
