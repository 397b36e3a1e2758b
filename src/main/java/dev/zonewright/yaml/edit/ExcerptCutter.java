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

/** Copies what is left of a text in an {@link ItemExcerpt}, in the order of the text. */
final class ExcerptCutter {
  private final String whole;
  private final EntryNumbers numbers;
  private final StringBuilder text = new StringBuilder();
  private final List<YamlPath.Segment> part = new ArrayList<>();
  private int copied;
  private int offset;
  private int gap;
  private int left;
  private @Nullable YamlMapping holder;
  private @Nullable TextRange range;

  ExcerptCutter(String whole, EntryNumbers numbers) {
    this.whole = whole;
    this.numbers = numbers;
  }

  /** The excerpt around an item or entry; asked once. */
  ItemExcerpt excerpt(YamlNode root, YamlPath item) {
    along(root, item.segments(), 0);
    text.append(whole, copied, whole.length());
    if (range == null) {
      throw new IllegalStateException("no item there");
    }
    return new ItemExcerpt(
        text.toString(), range, offset, gap, new ItemShift(item, new YamlPath(part)), holder, left);
  }

  private void along(YamlNode node, List<YamlPath.Segment> way, int step) {
    if (step == way.size()) {
      return;
    }
    switch (node) {
      case YamlMapping mapping
          when EntryNumbers.isLong(mapping) && way.get(step) instanceof YamlPath.Key key -> {
        part.add(key);
        along(mapping, numbers.only(mapping, key.name()), way, step);
      }
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

  private void along(YamlMapping mapping, int number, List<YamlPath.Segment> way, int step) {
    int last = mapping.entries().size() - 1;
    int from = Math.max(1, number - 1);
    int to = Math.min(last, number + 1);
    entry(mapping, 0, number, way, step);
    cut(startOf(mapping, 1), startOf(mapping, from));
    for (int i = from; i <= to; i++) {
      entry(mapping, i, number, way, step);
    }
    if (to < last) {
      cut(startOf(mapping, to + 1), endOf(mapping.flow(), mapping.entries().get(last).end()));
    }
  }

  private void entry(
      YamlMapping mapping, int at, int number, List<YamlPath.Segment> way, int step) {
    YamlNode value = mapping.entries().get(at).value();
    if (at != number) {
      aside(value);
      return;
    }
    if (step + 1 == way.size()) {
      range = new TextRange(startOf(mapping, at), startOf(mapping, at + 1));
      offset = text.length() + range.start() - copied;
      gap = range.start() - mapping.entries().get(at - 1).end();
      holder = mapping;
      left = Math.min(at, 2);
    }
    along(value, way, step + 1);
  }

  private void along(YamlSequence list, int index, List<YamlPath.Segment> way, int step) {
    int last = list.items().size() - 1;
    boolean all = !ItemExcerpt.isLong(list, way, step);
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

  /** What is beside the way: what is inside of long lists and mappings goes. */
  private void aside(YamlNode node) {
    switch (node) {
      case YamlMapping mapping when EntryNumbers.isLong(mapping) -> {
        int last = mapping.entries().size() - 1;
        aside(mapping.entries().getFirst().value());
        cut(startOf(mapping, 1), startOf(mapping, last));
        aside(mapping.entries().getLast().value());
      }
      case YamlMapping mapping -> mapping.entries().forEach(e -> aside(e.value()));
      case YamlSequence list when ItemExcerpt.isLong(list) -> {
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

  private int startOf(YamlMapping mapping, int entry) {
    return startOf(mapping.flow(), mapping.entries().get(entry).start());
  }

  private int startOf(YamlSequence list, int item) {
    return startOf(list.flow(), list.items().get(item).start());
  }

  /** The start of the first line, or of the part itself where others share the line. */
  private int startOf(boolean flow, int start) {
    if (flow) {
      // the line may be all there is: looking for its start each time would cost its square
      return start;
    }
    int line = whole.lastIndexOf('\n', start - 1) + 1;
    return whole.substring(line, start).isBlank() ? line : start;
  }

  private int endOf(YamlSequence list, int item) {
    return item + 1 < list.items().size()
        ? startOf(list, item + 1)
        : endOf(list.flow(), list.items().get(item).end());
  }

  private int endOf(boolean flow, int end) {
    if (flow) {
      return end;
    }
    int line = whole.indexOf('\n', end);
    return line < 0 ? whole.length() : line + 1;
  }
}
