package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.plan.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
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
    @Nullable Entries entries;
  }

  /** An item as its part has it; looked up when it is compared, as the part may hold no tree. */
  private record Expected(YamlDocument part, YamlPath at, String text) {
    @Nullable YamlNode node() {
      Route route = Route.follow(part, at);
      return route.isComplete() ? route.node() : null;
    }
  }

  ListProof(String before) {
    this.before = before;
  }

  /** What an entry has become as its part has it: itself, another one, or none. */
  private record Entries(Supplier<List<YamlEntry>> of, String text) {}

  /** What these entries have become must stand where one stood. */
  void expect(ItemShift shift, Supplier<List<YamlEntry>> entries, String text) {
    spot(shift).entries = new Entries(entries, text);
  }

  private Spot spot(ItemShift shift) {
    Spot spot = whole;
    for (YamlPath.Segment segment : shift.whole().segments()) {
      spot = spot.below.computeIfAbsent(segment, _ -> new Spot());
    }
    return spot;
  }

  /** The item must be as in this part, which has been edited. */
  void expect(ItemShift shift, YamlDocument part, String text) {
    spot(shift).expected = new Expected(part, shift.part(), text);
  }

  /** Whether the text after is exactly that, as it was read by whatever parser. */
  boolean holds(YamlNode root, String after, YamlDocument read) {
    YamlNode now = read.root().orElse(null);
    return now != null
        && EditMode.sameDocuments(before, after)
        && isProved(root, now, after, whole);
  }

  private boolean isProved(YamlNode old, YamlNode now, String after, @Nullable Spot spot) {
    if (spot == null) {
      return TreeProof.isSame(old, before, now, after);
    }
    Expected expected = spot.expected;
    if (expected != null) {
      YamlNode node = expected.node();
      return node != null && TreeProof.isSame(node, expected.text(), now, after);
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
    int at = 0;
    for (YamlEntry was : old.entries()) {
      Spot here = below(spot, was);
      Entries becomes = here == null ? null : here.entries;
      List<YamlEntry> expected = becomes == null ? List.of(was) : becomes.of().get();
      String text = becomes == null ? before : becomes.text();
      for (YamlEntry one : expected) {
        if (at == now.entries().size()) {
          return false;
        }
        YamlEntry is = now.entries().get(at++);
        if (one.explicit() != is.explicit()
            || !TreeProof.isSame(one.key(), text, is.key(), after)
            || !(becomes == null
                ? isProved(one.value(), is.value(), after, here)
                : TreeProof.isSame(one.value(), text, is.value(), after))) {
          return false;
        }
      }
    }
    return at == now.entries().size();
  }

  private static @Nullable Spot below(Spot spot, YamlEntry entry) {
    return entry.key().resolved() instanceof YamlScalar key
        ? spot.below.get(new YamlPath.Key(key.value()))
        : null;
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
