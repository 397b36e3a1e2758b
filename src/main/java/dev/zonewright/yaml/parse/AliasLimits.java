package dev.zonewright.yaml.parse;

import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlItem;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlProblem;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.parse.YamlParser.YamlProblemException;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Refuses documents whose aliases, written out, would be larger or deeper than any manifest is. */
final class AliasLimits {
  private static final Extent ONE = new Extent(1, 0);
  private static final Extent OPEN = new Extent(-1, 0);

  private final IdentityHashMap<YamlNode, Extent> extents = new IdentityHashMap<>();
  private long aliased;
  private int depth;

  /**
   * What a node is when every alias below it is written out.
   *
   * @param size how many nodes
   * @param height how many levels of mappings and sequences
   */
  private record Extent(long size, int height) {}

  private AliasLimits() {}

  static void check(@Nullable YamlNode root) {
    if (root != null) {
      new AliasLimits().extent(root);
    }
  }

  // the tree itself is nested no deeper than the builder allows, so this may call itself
  private Extent extent(YamlNode node) {
    return switch (node) {
      case YamlScalar _ -> ONE;
      case YamlAlias alias -> aliased(alias);
      case YamlMapping mapping -> {
        enter(mapping);
        Extent sum = ONE;
        for (YamlEntry entry : mapping.entries()) {
          sum = plus(plus(sum, extent(entry.key())), extent(entry.value()));
        }
        yield leave(mapping, sum);
      }
      case YamlSequence sequence -> {
        enter(sequence);
        Extent sum = ONE;
        for (YamlItem item : sequence.items()) {
          sum = plus(sum, extent(item.value()));
        }
        yield leave(sequence, sum);
      }
    };
  }

  private void enter(YamlNode collection) {
    extents.put(collection, OPEN);
    depth++;
  }

  private Extent leave(YamlNode collection, Extent below) {
    Extent whole = new Extent(below.size(), below.height() + 1);
    extents.put(collection, whole);
    depth--;
    return whole;
  }

  private static Extent plus(Extent a, Extent b) {
    return new Extent(a.size() + b.size(), Math.max(a.height(), b.height()));
  }

  @SuppressWarnings("ReferenceEquality") // one marker, which no sum is
  private Extent aliased(YamlAlias alias) {
    Extent target = extents.getOrDefault(alias.target(), ONE);
    if (target == OPEN) {
      throw refuse(
          alias,
          "the anchor “" + alias.name() + "” contains itself",
          "Write the value out, or let the alias name another anchor.");
    }
    aliased += target.size();
    if (aliased > YamlParser.MAX_ALIASED_NODES) {
      throw refuse(
          alias,
          "aliases stand for more than "
              + YamlParser.MAX_ALIASED_NODES
              + " nodes when written out (an alias bomb)",
          "Write the values out, or use fewer nested aliases.");
    }
    if (depth + target.height() > YamlParser.MAX_DEPTH) {
      throw refuse(
          alias,
          "with its aliases written out, the document is nested deeper than "
              + YamlParser.MAX_DEPTH
              + " levels",
          "Write the values out, or use fewer nested aliases.");
    }
    return target;
  }

  private static YamlProblemException refuse(YamlAlias at, String what, String cure) {
    return new YamlProblemException(
        new YamlProblem(YamlProblem.Kind.LIMIT, at.start(), what, cure));
  }
}
