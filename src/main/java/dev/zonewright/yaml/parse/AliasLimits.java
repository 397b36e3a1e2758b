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

/** Refuses documents whose aliases, written out, would be larger than any manifest is. */
final class AliasLimits {
  private static final long OPEN = -1;

  private final IdentityHashMap<YamlNode, Long> sizes = new IdentityHashMap<>();
  private long aliased;

  private AliasLimits() {}

  static void check(@Nullable YamlNode root) {
    if (root != null) {
      new AliasLimits().size(root);
    }
  }

  /** How many nodes the node is when every alias below it is written out. */
  private long size(YamlNode node) {
    return switch (node) {
      case YamlScalar _ -> 1;
      case YamlAlias alias -> {
        Long known = sizes.get(alias.target());
        long target = known == null ? 1 : known;
        if (target == OPEN) {
          throw refuse(
              alias,
              "the anchor “" + alias.name() + "” contains itself",
              "Write the value out, or let the alias name another anchor.");
        }
        aliased += target;
        if (aliased > YamlParser.MAX_ALIASED_NODES) {
          throw refuse(
              alias,
              "aliases stand for more than "
                  + YamlParser.MAX_ALIASED_NODES
                  + " nodes when written out (an alias bomb)",
              "Write the values out, or use fewer nested aliases.");
        }
        yield target;
      }
      case YamlMapping mapping -> {
        sizes.put(mapping, OPEN);
        long sum = 1;
        for (YamlEntry entry : mapping.entries()) {
          sum += size(entry.key()) + size(entry.value());
        }
        sizes.put(mapping, sum);
        yield sum;
      }
      case YamlSequence sequence -> {
        sizes.put(sequence, OPEN);
        long sum = 1;
        for (YamlItem item : sequence.items()) {
          sum += size(item.value());
        }
        sizes.put(sequence, sum);
        yield sum;
      }
    };
  }

  private static YamlProblemException refuse(YamlAlias at, String what, String cure) {
    return new YamlProblemException(
        new YamlProblem(YamlProblem.Kind.LIMIT, at.start(), what, cure));
  }
}
