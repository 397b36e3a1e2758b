package dev.zonewright.yaml.plan;

import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.Layout;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds an entry to a block mapping.
 *
 * <p>The place: a scalar goes after the scalars that the mapping begins with, so that it is not
 * lost below a long nested block; where the mapping begins with a nested block, before that block
 * and its comments. Whatever is nested goes to the end. A place that cannot be proved gives way to
 * the next: the end, then after the leading scalars. Nothing is ever put before the first key of a
 * list item, nor before the first key of a document.
 */
public final class BlockInsertion {
  /**
   * A plan and where the new entry then stands among the others.
   *
   * @param position from 0
   */
  public record Placed(int position, EditPlan plan) {}

  private static final int FIRST = 0;

  private final Layout layout;
  private final Route route;
  private final YamlMapping mapping;
  private final int column;

  public BlockInsertion(Layout layout, Route route, YamlMapping mapping) {
    this.layout = layout;
    this.route = route;
    this.mapping = mapping;
    this.column = column(layout, mapping);
  }

  /** The column in which the mapping's keys stand. */
  public static int column(Layout layout, YamlMapping mapping) {
    for (YamlEntry entry : mapping.entries()) {
      if (!entry.explicit()) {
        return layout.column(entry.start());
      }
    }
    throw new EditRefusal("all keys here are written as “? key”; change it by hand");
  }

  /**
   * Where the entry may come to stand among the others, the best place first.
   *
   * @param nested whether it takes more than its own line
   */
  public List<Integer> positions(boolean nested) {
    int leading = leadingScalars();
    int end = mapping.entries().size();
    boolean below = standsBelowItsKey();
    int merge = lastMerge();
    List<Integer> out = new ArrayList<>();
    if (!nested && leading > 0) {
      out.add(leading);
    } else if (!nested && below) {
      out.add(FIRST);
    }
    out.add(end);
    if (nested && leading > 0) {
      out.add(leading);
    }
    if (below) {
      out.add(FIRST);
    }
    if (isListWithCommentsBehind()) {
      // between the list and its comment, or right below the comment, it would part or claim it
      out.removeIf(position -> position == end);
      out.add(end);
    }
    // an entry above a merge may be overridden by it
    out.removeIf(position -> position <= merge);
    return out;
  }

  /** How the entry is put at one of the {@link #positions}. */
  public Placed at(int position, String entryText) {
    return position == FIRST ? first(entryText) : after(position, entryText);
  }

  /**
   * Whether the mapping ends with a list whose items stand in the column of the keys, and a comment
   * follows in that column: it is about the list, although nothing but its place says so.
   */
  private boolean isListWithCommentsBehind() {
    YamlEntry last = mapping.entries().getLast();
    if (!(last.value() instanceof YamlSequence list)
        || list.flow()
        || list.items().isEmpty()
        || layout.column(list.items().getFirst().start()) != column) {
      return false;
    }
    int next = layout.nextLine(layout.extentEnd(last.end(), column));
    return layout.isCommentLine(next) && layout.skipWhite(next) - next == column;
  }

  private int lastMerge() {
    for (int i = mapping.entries().size() - 1; i >= 0; i--) {
      if (mapping.entries().get(i).isMerge()) {
        return i;
      }
    }
    return -1;
  }

  private Placed after(int position, String entryText) {
    YamlEntry before = mapping.entries().get(position - 1);
    int at = layout.extentEnd(before.end(), column);
    return new Placed(
        position,
        EditPlan.of(
            TextRange.at(at), TextEdit.insert(at, ValueWriter.newLine(column) + entryText)));
  }

  private Placed first(String entryText) {
    int key = mapping.entries().getFirst().start();
    int at = layout.everyCommentAbove(key, KeyOrDash.end(layout, route));
    return new Placed(
        0,
        EditPlan.of(TextRange.at(at), TextEdit.insert(at, " ".repeat(column) + entryText + "\n")));
  }

  private boolean standsBelowItsKey() {
    YamlEntry first = mapping.entries().getFirst();
    return route.entry() != null && !first.explicit() && layout.startsLine(first.start());
  }

  /** How many entries the mapping begins with whose values stand on the line of their key. */
  private int leadingScalars() {
    int count = 0;
    for (YamlEntry entry : mapping.entries()) {
      boolean scalar =
          entry.value() instanceof YamlAlias
              || (entry.value() instanceof YamlScalar value
                  && !value.isEmpty()
                  && !value.style().isBlock());
      if (!scalar) {
        break;
      }
      count++;
    }
    return count;
  }
}
