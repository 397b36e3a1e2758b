package dev.zonewright.yaml.edit;

import dev.zonewright.text.TextRange;
import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a long list, or one entry of a long mapping, with its surroundings, as a document of
 * its own: of each long list and mapping on the way to it only the neighbours are left, with the
 * first entry of a mapping, and of every other one the first and the last.
 *
 * @param text the text that is left
 * @param range the item in the whole text, up to where the next one begins
 * @param offset where the item starts in {@code text}
 * @param gap how many characters before it are no longer those of the one before
 * @param shift what the item's path becomes
 * @param holder the mapping of an entry in the whole; null for an item
 * @param left how many entries are left before an entry
 */
record ItemExcerpt(
    String text,
    TextRange range,
    int offset,
    int gap,
    ItemShift shift,
    @Nullable YamlMapping holder,
    int left) {
  /** Below it, reading the whole each time costs little. */
  private static final int LONG = 12;

  /** The same in characters; a list of objects, at the root, is always worth it. */
  static final int LONG_TEXT = 8_000;

  private static final YamlPath.Segment OBJECTS = new YamlPath.Key("items");

  /**
   * The deepest item of a long list, or entry of a long mapping, on the way to a path; null where
   * there is none. The first and the last entry are none: what stands beside them may share their
   * line, and without any entry the mapping would be another thing.
   */
  static @Nullable YamlPath itemOn(YamlNode root, YamlPath path, EntryNumbers numbers) {
    YamlPath deepest = null;
    YamlNode node = root;
    List<YamlPath.Segment> segments = path.segments();
    for (int i = 0; i < segments.size(); i++) {
      YamlNode next = child(node, segments.get(i), numbers);
      if (next == null) {
        break;
      }
      if (node instanceof YamlSequence list && isLong(list, segments, i)) {
        deepest = new YamlPath(segments.subList(0, i + 1));
      }
      if (node instanceof YamlMapping mapping
          && EntryNumbers.isLong(mapping)
          && isBetween(mapping, segments.get(i), numbers)) {
        deepest = new YamlPath(segments.subList(0, i + 1));
      }
      node = next;
    }
    return deepest;
  }

  /** Where it is one thing only, and not behind an alias. */
  private static @Nullable YamlNode child(
      YamlNode node, YamlPath.Segment segment, EntryNumbers numbers) {
    return switch (node) {
      case YamlMapping mapping
          when EntryNumbers.isLong(mapping) && segment instanceof YamlPath.Key(String name) -> {
        int number = numbers.only(mapping, name);
        yield number < 0 ? null : mapping.entries().get(number).value();
      }
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

  private static boolean isBetween(
      YamlMapping mapping, YamlPath.Segment segment, EntryNumbers numbers) {
    int number = segment instanceof YamlPath.Key(String name) ? numbers.only(mapping, name) : 0;
    return number > 0 && number < mapping.entries().size() - 1;
  }

  static boolean isLong(YamlSequence list, List<YamlPath.Segment> way, int step) {
    boolean objects = step == 1 && way.getFirst().equals(OBJECTS);
    return objects ? list.items().size() >= LONG : isLong(list);
  }

  static boolean isLong(YamlSequence list) {
    return list.items().size() >= LONG && list.end() - list.start() >= LONG_TEXT;
  }

  /**
   * The excerpt around an item.
   *
   * @param item what {@link #itemOn} says
   */
  static ItemExcerpt of(YamlNode root, String whole, YamlPath item, EntryNumbers numbers) {
    return new ExcerptCutter(whole, numbers).excerpt(root, item);
  }
}
