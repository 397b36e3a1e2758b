package dev.zonewright.yaml.plan;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.Layout;

/**
 * Puts another value in the place of a nested block, together with the comments in it; a comment on
 * the line of the key stays.
 */
final class BlockToValue {
  private BlockToValue() {}

  /** The block becomes a value on the line of its key or dash. */
  static EditPlan toInline(Layout layout, Route route, String value) {
    int start = route.node().start();
    int extent = extent(layout, route);
    int from = KeyOrDash.end(layout, route);
    TextRange claim = new TextRange(KeyOrDash.start(route), extent);
    if (from < 0 || layout.lineStart(from) == layout.lineStart(start)) {
      return EditPlan.of(claim, TextEdit.replace(start, extent, value));
    }
    return EditPlan.of(
        claim, TextEdit.insert(from, " " + value), TextEdit.remove(layout.lineEnd(from), extent));
  }

  /** The block becomes other block lines. */
  static EditPlan toBlock(Layout layout, Route route, String below, String beside) {
    int start = route.node().start();
    int extent = extent(layout, route);
    int from = KeyOrDash.end(layout, route);
    TextRange claim = new TextRange(KeyOrDash.start(route), extent);
    return from < 0 || layout.lineStart(from) == layout.lineStart(start)
        ? EditPlan.of(claim, TextEdit.replace(start, extent, beside))
        : EditPlan.of(claim, TextEdit.replace(layout.lineEnd(from), extent, below));
  }

  private static int extent(Layout layout, Route route) {
    return layout.extentEnd(route.node().end(), KeyOrDash.column(layout, route));
  }
}
