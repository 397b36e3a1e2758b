package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.parse.DocumentSplitter;
import dev.zonewright.yaml.parse.YamlParser;
import dev.zonewright.yaml.plan.Route;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Proves changes of many items in one go: every changed item is what its part says, and everything
 * else what it was.
 */
final class ListProof {
  private final String before;
  private final Spot whole = new Spot();

  /** A place on the way to changed items, or such an item itself. */
  private static final class Spot {
    final Map<YamlPath.Segment, Spot> below = new HashMap<>();
    @Nullable Expected expected;
  }

  /** An item as its part has it. */
  private record Expected(YamlNode node, String text) {}

  ListProof(String before) {
    this.before = before;
  }

  /** The item must be as in this part, which has been edited. */
  void expect(ItemShift shift, YamlDocument part, String text) {
    Spot spot = whole;
    for (YamlPath.Segment segment : shift.whole().segments()) {
      spot = spot.below.computeIfAbsent(segment, _ -> new Spot());
    }
    Route route = Route.follow(part, shift.part());
    if (!route.isComplete()) {
      throw new IllegalStateException("the item is gone");
    }
    spot.expected = new Expected(route.node(), text);
  }

  /** Whether the text after is exactly that. */
  boolean holds(YamlNode root, String after) {
    YamlNode now = YamlParser.parseFully(after).root().orElse(null);
    return now != null
        && DocumentSplitter.split(after).size() == DocumentSplitter.split(before).size()
        && isProved(root, now, after, whole);
  }

  private boolean isProved(YamlNode old, YamlNode now, String after, @Nullable Spot spot) {
    if (spot == null) {
      return TreeProof.isSame(old, before, now, after);
    }
    Expected expected = spot.expected;
    if (expected != null) {
      return TreeProof.isSame(expected.node(), expected.text(), now, after);
    }
    if (!Objects.equals(old.anchor(), now.anchor()) || !Objects.equals(old.tag(), now.tag())) {
      return false;
    }
    if (old instanceof YamlMapping mapping && now instanceof YamlMapping other) {
      return mapping.flow() == other.flow() && areProved(mapping, other, after, spot);
    }
    return old instanceof YamlSequence list
        && now instanceof YamlSequence other
        && list.flow() == other.flow()
        && areProved(list, other, after, spot);
  }

  private boolean areProved(YamlMapping old, YamlMapping now, String after, Spot spot) {
    if (old.entries().size() != now.entries().size()) {
      return false;
    }
    for (int i = 0; i < old.entries().size(); i++) {
      YamlEntry was = old.entries().get(i);
      YamlEntry is = now.entries().get(i);
      if (was.explicit() != is.explicit()
          || !TreeProof.isSame(was.key(), before, is.key(), after)
          || !isProved(was.value(), is.value(), after, below(spot, was))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Spot below(Spot spot, YamlEntry entry) {
    for (Map.Entry<YamlPath.Segment, Spot> next : spot.below.entrySet()) {
      if (next.getKey() instanceof YamlPath.Key(String name) && entry.isNamed(name)) {
        return next.getValue();
      }
    }
    return null;
  }

  private boolean areProved(YamlSequence old, YamlSequence now, String after, Spot spot) {
    if (old.items().size() != now.items().size()) {
      return false;
    }
    for (int i = 0; i < old.items().size(); i++) {
      Spot at = spot.below.get(new YamlPath.Index(i));
      if (!isProved(old.items().get(i).value(), now.items().get(i).value(), after, at)) {
        return false;
      }
    }
    return true;
  }
}
