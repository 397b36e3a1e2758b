package dev.zonewright.yaml.plan;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds a part to a flow mapping or list, as the last one or behind another: on the line of its
 * neighbours, or, where the one before has a line of its own, on a line of its own. A comma behind
 * the part before is kept there.
 */
public final class FlowInsertion {
  private final Layout layout;
  private final Container container;

  public FlowInsertion(Layout layout, Container container) {
    this.layout = layout;
    this.container = container.withBrackets(layout.text());
  }

  public List<EditPlan> plans(String part) {
    return plans(part, container.size());
  }

  /**
   * The same not at the end.
   *
   * @param before how many parts stay before it
   */
  List<EditPlan> plans(String part, int before) {
    List<EditPlan> out = new ArrayList<>();
    int close = container.node().end() - 1;
    if (container.size() == 0) {
      int open = container.node().start() + 1;
      out.add(
          layout.isWhite(open, close)
              ? EditPlan.of(new TextRange(open, close), TextEdit.replace(open, close, part))
              : EditPlan.of(TextRange.at(close), TextEdit.insert(close, part)));
      return out;
    }
    TextRange last = container.part(before - 1);
    int comma = layout.skipTrivia(last.end());
    boolean trailing = layout.text().charAt(comma) == ',';
    int tail = trailing ? comma + 1 : last.end();
    if (layout.startsLine(last.start()) && layout.endsLine(tail)) {
      out.add(onItsOwnLine(last, tail, trailing, part));
    }
    out.add(EditPlan.of(TextRange.at(last.end()), TextEdit.insert(last.end(), ", " + part)));
    return out;
  }

  private EditPlan onItsOwnLine(TextRange last, int tail, boolean trailing, String part) {
    String line = "\n" + layout.margin(last.start()) + part;
    int at = layout.lineEnd(tail);
    return trailing
        ? EditPlan.of(TextRange.at(at), TextEdit.insert(at, line + ","))
        : EditPlan.of(
            new TextRange(last.end(), at),
            TextEdit.insert(last.end(), ","),
            TextEdit.insert(at, line));
  }
}
