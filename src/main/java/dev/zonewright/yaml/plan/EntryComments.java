package dev.zonewright.yaml.plan;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.CommentMarks;
import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The comments that belong to an entry in block style, so that they can go where it goes.
 *
 * @param above full lines directly above it, without their indentation
 * @param inside those between its lines, or indented deeper below it, in their order
 * @param behind what stands behind it on its line, with the white space before; may be empty
 * @param lines the lines of the entry itself, as far as they are indented below its column; empty
 *     where they cannot be moved as they are
 */
public record EntryComments(
    List<String> above, List<String> inside, String behind, List<String> lines) {
  private static final EntryComments NONE = new EntryComments(List.of(), List.of(), "", List.of());

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
    boolean plain = entry.value() instanceof YamlScalar && !block;
    String behind = plain && rest.strip().startsWith("#") ? rest : "";
    int column = layout.column(entry.start());
    int end = layout.extentEnd(entry.end(), column);
    List<String> inside =
        inside(layout, entry, behind.isEmpty() ? entry.start() : layout.lineEnd(entry.end()), end);
    return new EntryComments(
        above, inside, behind, inside.isEmpty() ? List.of() : lines(layout, entry.start(), end));
  }

  public boolean isEmpty() {
    return above.isEmpty() && inside.isEmpty() && behind.isEmpty();
  }

  /** The first of them, for people. */
  public String first() {
    List<String> all = new ArrayList<>(above);
    all.addAll(inside);
    all.add(behind.strip());
    return all.getFirst();
  }

  private static List<String> inside(Layout layout, YamlEntry entry, int start, int end) {
    String text = layout.text();
    return Arrays.stream(CommentMarks.of(text, List.of(entry.key(), entry.value()), start, end))
        .mapToObj(mark -> text.substring(mark, layout.lineEnd(mark)).stripTrailing())
        .toList();
  }

  private static List<String> lines(Layout layout, int start, int end) {
    int column = layout.column(start);
    List<String> out = new ArrayList<>();
    out.add(layout.text().substring(start, layout.lineEnd(start)));
    for (int at = layout.nextLine(start); at < end; at = layout.nextLine(at)) {
      int first = layout.skipWhite(at);
      if (layout.isBlankLine(at)) {
        out.add("");
      } else if (first - at >= column) {
        out.add(layout.text().substring(at + column, layout.lineEnd(at)));
      } else if (layout.isCommentLine(at)) {
        out.add(layout.text().substring(first, layout.lineEnd(at)));
      } else {
        return List.of();
      }
    }
    return out;
  }

  /**
   * The ways to put them at the entry that the route ends in, the best first; none where there is
   * no room. Those inside stay where they are if the entry can be written as it was; else they come
   * to stand above it.
   */
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
    TextRange claim = new TextRange(line, entry.end());
    List<EditPlan> out = new ArrayList<>();
    if (!lines.isEmpty()) {
      List<String> whole = new ArrayList<>(above);
      whole.addAll(lines);
      String text = below(margin, whole).stripTrailing();
      out.add(EditPlan.of(claim, TextEdit.replace(line, entry.end(), text)));
    }
    List<String> all = new ArrayList<>(above);
    all.addAll(inside);
    out.add(
        EditPlan.of(
            claim,
            TextEdit.insert(line, below(margin, all)),
            TextEdit.insert(entry.end(), behind)));
    return out;
  }

  private static String below(String margin, List<String> lines) {
    StringBuilder out = new StringBuilder();
    lines.forEach(one -> out.append(one.isEmpty() ? "" : margin + one).append('\n'));
    return out.toString();
  }
}
