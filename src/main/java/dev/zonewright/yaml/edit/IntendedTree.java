package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.YamlValue;
import dev.zonewright.yaml.plan.Route;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tree that an edit is meant to produce: the old one with one change in it. */
sealed interface IntendedTree {
  /** A node that stays as it is, down to the quotes. */
  record Kept(YamlNode node) implements IntendedTree {}

  /**
   * A value that the edit writes.
   *
   * @param anchor the anchor that stays before it
   */
  record Written(YamlValue value, @Nullable String anchor) implements IntendedTree {}

  /** A mapping on the way to the change. */
  record Mapping(YamlMapping old, List<Pair> pairs) implements IntendedTree {}

  /** A sequence on the way to the change. */
  record Sequence(YamlSequence old, List<IntendedTree> items) implements IntendedTree {}

  /**
   * An entry.
   *
   * @param old the entry whose key stays; null for a new one
   */
  record Pair(@Nullable YamlEntry old, String key, IntendedTree value) {}

  /** The whole tree when the node at the end of the route becomes this. */
  static IntendedTree at(Route route, IntendedTree changed) {
    IntendedTree at = changed;
    for (Route.Step step : route.steps().reversed()) {
      at =
          switch (step.container()) {
            case YamlMapping mapping -> {
              List<Pair> pairs = pairs(mapping);
              Pair old = pairs.get(step.part());
              pairs.set(step.part(), new Pair(old.old(), old.key(), at));
              yield new Mapping(mapping, pairs);
            }
            case YamlSequence sequence -> {
              List<IntendedTree> items = items(sequence);
              items.set(step.part(), at);
              yield new Sequence(sequence, items);
            }
            case YamlScalar _, YamlAlias _ -> throw new IllegalStateException();
          };
    }
    return at;
  }

  /** The whole tree without the part that the route ends in. */
  static IntendedTree without(Route route) {
    Route.Step last = route.lastStep();
    return at(
        route.parent(),
        switch (last.container()) {
          case YamlMapping mapping -> {
            List<Pair> pairs = pairs(mapping);
            pairs.remove(last.part());
            yield new Mapping(mapping, pairs);
          }
          case YamlSequence sequence -> {
            List<IntendedTree> items = items(sequence);
            items.remove(last.part());
            yield new Sequence(sequence, items);
          }
          case YamlScalar _, YamlAlias _ -> throw new IllegalStateException();
        });
  }

  /** The whole tree with a new entry in the mapping at the end of the route. */
  static IntendedTree inserted(
      Route route, YamlMapping into, int position, String key, YamlValue value) {
    List<Pair> pairs = pairs(into);
    pairs.add(position, new Pair(null, key, new Written(value, null)));
    return at(route, new Mapping(into, pairs));
  }

  /** The whole tree with another key for the value at the end of the route. */
  static IntendedTree renamed(Route route, YamlMapping holder, String key) {
    List<Pair> pairs = pairs(holder);
    int part = route.lastStep().part();
    pairs.set(part, new Pair(null, key, new Kept(holder.entries().get(part).value())));
    return at(route.parent(), new Mapping(holder, pairs));
  }

  /** The whole tree with a new item in the sequence at the end of the route, behind so many. */
  static IntendedTree inserted(Route route, YamlSequence to, int behind, YamlValue item) {
    List<IntendedTree> items = items(to);
    items.add(Math.min(behind, items.size()), new Written(item, null));
    return at(route, new Sequence(to, items));
  }

  private static List<Pair> pairs(YamlMapping mapping) {
    List<Pair> pairs = new ArrayList<>(mapping.entries().size() + 1);
    for (YamlEntry entry : mapping.entries()) {
      pairs.add(new Pair(entry, entry.name(), new Kept(entry.value())));
    }
    return pairs;
  }

  private static List<IntendedTree> items(YamlSequence sequence) {
    List<IntendedTree> items = new ArrayList<>(sequence.items().size() + 1);
    sequence.items().forEach(item -> items.add(new Kept(item.value())));
    return items;
  }
}
