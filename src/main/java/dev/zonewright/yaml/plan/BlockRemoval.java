package dev.zonewright.yaml.plan;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes an entry out of a block mapping, or an item out of a block list.
 *
 * <p>With it go the comment on its line, comments below it that are indented deeper, and the
 * full-line comments directly above it in its column, up to a blank line. Comments above the first
 * key of a document are the document's and stay. Of two blank lines that would meet one goes. When
 * it shares its line with a dash, the next part moves up to the dash. The last part leaves <code>{}
 * </code> or {@code []} behind, because a bare key would be null.
 */
public final class BlockRemoval {
  private final Layout layout;
  private final Route route;
  private final Container container;
  private final int index;

  /** Removes the part that the route ends in. */
  public BlockRemoval(Layout layout, Route route) {
    this.layout = layout;
    this.route = route;
    this.container = Container.of(route.lastStep().container());
    this.index = route.lastStep().part();
  }

  public List<EditPlan> plans() {
    if (container.size() == 1) {
      return List.of(BlockToValue.toInline(layout, route.parent(), container.empty()));
    }
    TextRange part = container.part(index);
    int end = layout.extentEnd(part.end(), layout.column(part.start()));
    return layout.startsLine(part.start())
        ? wholeLines(end)
        : List.of(behindDash(part.start(), end));
  }

  private EditPlan behindDash(int start, int end) {
    int next = layout.nextLine(end);
    while (layout.isBlankLine(next)) {
      next = layout.nextLine(next);
    }
    int to = layout.skipWhite(next);
    return EditPlan.of(new TextRange(start, to), TextEdit.remove(start, to));
  }

  private List<EditPlan> wholeLines(int end) {
    int from = start();
    int to = layout.nextLine(end);
    TextRange claim = new TextRange(from, to);
    List<EditPlan> out = new ArrayList<>();
    if (end == layout.length()) {
      // the text has no final newline, and keeps having none
      out.add(EditPlan.of(claim, TextEdit.remove(Math.max(0, withoutBlanksAbove(from) - 1), to)));
    }
    out.add(EditPlan.of(claim, tidied(from, to)));
    out.add(EditPlan.of(claim, TextEdit.remove(from, to)));
    return out;
  }

  /** Where the part's first line starts, with the comments above that belong to it. */
  int start() {
    int start = container.part(index).start();
    boolean headOfDocument = index == 0 && route.steps().size() == 1;
    return headOfDocument ? layout.lineStart(start) : layout.commentsAbove(start, floor());
  }

  private TextEdit tidied(int from, int to) {
    boolean blankAbove = from == 0 || layout.isBlankLine(layout.lineStart(from - 1));
    if (blankAbove && layout.isBlankLine(to)) {
      return TextEdit.remove(from, layout.nextLine(to));
    }
    return TextEdit.remove(to == layout.length() ? withoutBlanksAbove(from) : from, to);
  }

  private int withoutBlanksAbove(int from) {
    int at = from;
    while (at > 0 && layout.isBlankLine(layout.lineStart(at - 1))) {
      at = layout.lineStart(at - 1);
    }
    return at;
  }

  private int floor() {
    return index > 0
        ? container.part(index - 1).end()
        : Math.max(0, KeyOrDash.end(layout, route.parent()));
  }
}
