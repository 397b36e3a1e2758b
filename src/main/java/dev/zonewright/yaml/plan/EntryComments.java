package dev.zonewright.yaml.plan;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/**
 * The comments that belong to an entry in block style, so that they can go where it goes.
 *
 * @param above full lines directly above it, without their indentation
 * @param behind what stands behind it on its line, with the white space before; may be empty
 */
public record EntryComments(List<String> above, String behind) {
  private static final EntryComments NONE = new EntryComments(List.of(), "");

  /** The comments of the entry that the route ends in. */
  public static EntryComments of(Layout layout, Route route) {
    YamlEntry entry = route.entry();
    if (entry == null || route.inFlow()) {
      return NONE;
    }
    List<String> above = new ArrayList<>();
    if (layout.startsLine(entry.start())) {
      int own = layout.lineStart(entry.start());
      for (int at = new BlockRemoval(layout, route).start(); at < own; at = layout.nextLine(at)) {
        above.add(layout.text().substring(layout.skipWhite(at), layout.lineEnd(at)));
      }
    }
    String rest = layout.text().substring(entry.end(), layout.lineEnd(entry.end()));
    boolean block = entry.value() instanceof YamlScalar value && value.style().isBlock();
    return new EntryComments(above, !block && rest.strip().startsWith("#") ? rest : "");
  }

  public boolean isEmpty() {
    return above.isEmpty() && behind.isEmpty();
  }

  /** The edits that put them at the entry that the route ends in; none where there is no room. */
  public List<EditPlan> plans(Layout layout, Route route) {
    YamlEntry entry = route.entry();
    if (entry == null
        || route.inFlow()
        || !layout.startsLine(entry.start())
        || !layout.isWhite(entry.end(), layout.lineEnd(entry.end()))) {
      return List.of();
    }
    int line = layout.lineStart(entry.start());
    String margin = layout.margin(entry.start());
    StringBuilder lines = new StringBuilder();
    above.forEach(comment -> lines.append(margin).append(comment).append('\n'));
    return List.of(
        EditPlan.of(
            new TextRange(line, entry.end()),
            TextEdit.insert(line, lines.toString()),
            TextEdit.insert(entry.end(), behind)));
  }
}
