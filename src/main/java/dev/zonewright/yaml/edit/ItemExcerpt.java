package dev.zonewright.yaml.edit;

import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a long list with its surroundings, as a document of its own: of each long list on the
 * way to it only the neighbours are left, and of every other long list the first and the last item.
 *
 * @param text the text that is left
 * @param range the item in the whole text, up to where the next one begins
 * @param offset where the item starts in {@code text}
 * @param shift what the item's path becomes
 */
record ItemExcerpt(String text, TextRange range, int offset, ItemShift shift) {
  /** Below it, reading the whole each time costs little. */
  private static final int LONG = 12;

  /** The same in characters; a list of objects, at the root, is always worth it. */
  private static final int LONG_TEXT = 8_000;

  private static final YamlPath.Segment OBJECTS = new YamlPath.Key("items");

  /** The deepest item of a long list on the way to a path; null where there is none. */
  static @Nullable YamlPath itemOn(YamlNode root, YamlPath path) {
    YamlPath deepest = null;
    YamlNode node = root;
    List<YamlPath.Segment> segments = path.segments();
    for (int i = 0; i < segments.size(); i++) {
      YamlNode next = child(node, segments.get(i));
      if (next == null) {
        break;
      }
      if (node instanceof YamlSequence list && isLong(list, segments, i)) {
        deepest = new YamlPath(segments.subList(0, i + 1));
      }
      node = next;
    }
    return deepest;
  }

  /** Where it is one thing only, and not behind an alias. */
  private static @Nullable YamlNode child(YamlNode node, YamlPath.Segment segment) {
    return switch (node) {
      case YamlMapping mapping when segment instanceof YamlPath.Key(String name) ->
          onlyOne(mapping, name);
      case YamlSequence list when segment instanceof YamlPath.Index(int index) ->
          index < list.items().size() ? list.items().get(index).value() : null;
      case YamlMapping _, YamlSequence _, YamlScalar _, YamlAlias _ -> null;
    };
  }

  private static @Nullable YamlNode onlyOne(YamlMapping mapping, String name) {
    YamlNode found = null;
    for (YamlEntry entry : mapping.entries()) {
      boolean named = entry.isNamed(name);
      if (entry.isMerge() || (named && found != null)) {
        return null;
      }
      found = named ? entry.value() : found;
    }
    return found;
  }

  private static boolean isLong(YamlSequence list, List<YamlPath.Segment> way, int step) {
    boolean objects = step == 1 && way.getFirst().equals(OBJECTS);
    return objects ? list.items().size() >= LONG : isLong(list);
  }

  private static boolean isLong(YamlSequence list) {
    return list.items().size() >= LONG && list.end() - list.start() >= LONG_TEXT;
  }

  /**
   * The excerpt around an item.
   *
   * @param item what {@link #itemOn} says
   */
  static ItemExcerpt of(YamlNode root, String whole, YamlPath item) {
    Cutter cutter = new Cutter(whole);
    cutter.along(root, item);
    return cutter.excerpt(item);
  }

  /** Copies what is left, in the order of the text. */
  private static final class Cutter {
    private final String whole;
    private final StringBuilder text = new StringBuilder();
    private final List<YamlPath.Segment> part = new ArrayList<>();
    private int copied;
    private int offset;
    private @Nullable TextRange range;

    Cutter(String whole) {
      this.whole = whole;
    }

    void along(YamlNode root, YamlPath item) {
      along(root, item.segments(), 0);
      text.append(whole, copied, whole.length());
    }

    private void along(YamlNode node, List<YamlPath.Segment> way, int step) {
      if (step == way.size()) {
        return;
      }
      switch (node) {
        case YamlMapping mapping when way.get(step) instanceof YamlPath.Key key -> {
          part.add(key);
          for (YamlEntry entry : mapping.entries()) {
            if (entry.isNamed(key.name())) {
              along(entry.value(), way, step + 1);
            } else {
              aside(entry.value());
            }
          }
        }
        case YamlSequence list when way.get(step) instanceof YamlPath.Index(int index) ->
            along(list, index, way, step);
        case YamlMapping _, YamlSequence _, YamlScalar _, YamlAlias _ ->
            throw new IllegalStateException("no item there");
      }
    }

    private void along(YamlSequence list, int index, List<YamlPath.Segment> way, int step) {
      int last = list.items().size() - 1;
      boolean all = !isLong(list, way, step);
      int from = all ? 0 : Math.max(0, index - 1);
      int to = all ? last : Math.min(last, index + 1);
      part.add(new YamlPath.Index(index - from));
      cut(startOf(list, 0), startOf(list, from));
      for (int i = from; i <= to; i++) {
        if (i != index) {
          aside(list.items().get(i).value());
          continue;
        }
        if (step + 1 == way.size()) {
          range = new TextRange(startOf(list, i), endOf(list, i));
          offset = text.length() + range.start() - copied;
        }
        along(list.items().get(i).value(), way, step + 1);
      }
      cut(endOf(list, to), endOf(list, last));
    }

    /** What is beside the way: the inner items of long lists go. */
    private void aside(YamlNode node) {
      switch (node) {
        case YamlMapping mapping -> mapping.entries().forEach(e -> aside(e.value()));
        case YamlSequence list when isLong(list) -> {
          int last = list.items().size() - 1;
          aside(list.items().getFirst().value());
          cut(startOf(list, 1), startOf(list, last));
          aside(list.items().getLast().value());
        }
        case YamlSequence list -> list.items().forEach(i -> aside(i.value()));
        case YamlScalar _, YamlAlias _ -> {}
      }
    }

    private void cut(int from, int to) {
      text.append(whole, copied, from);
      copied = to;
    }

    /** The start of the item's first line, or of the item itself where others share the line. */
    private int startOf(YamlSequence list, int item) {
      int start = list.items().get(item).start();
      if (list.flow()) {
        // the line may be all there is: looking for its start each time would cost its square
        return start;
      }
      int line = whole.lastIndexOf('\n', start - 1) + 1;
      return whole.substring(line, start).isBlank() ? line : start;
    }

    private int endOf(YamlSequence list, int item) {
      if (item + 1 < list.items().size()) {
        return startOf(list, item + 1);
      }
      int end = list.items().get(item).end();
      if (list.flow()) {
        return end;
      }
      int line = whole.indexOf('\n', end);
      return line < 0 ? whole.length() : line + 1;
    }

    ItemExcerpt excerpt(YamlPath item) {
      if (range == null) {
        throw new IllegalStateException("no item there");
      }
      return new ItemExcerpt(
          text.toString(), range, offset, new ItemShift(item, new YamlPath(part)));
    }
  }
}
