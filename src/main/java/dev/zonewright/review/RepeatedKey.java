package dev.zonewright.review;

import dev.zonewright.text.LineIndex;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlProblem;
import dev.zonewright.yaml.YamlSequence;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a key that a mapping of a review file has twice: nobody can say which of them counts. */
final class RepeatedKey {
  private final int offset;
  private final LineIndex lines;

  private RepeatedKey(int offset, LineIndex lines) {
    this.offset = offset;
    this.lines = lines;
  }

  /**
   * The first one, with the place of the later of both.
   *
   * @param lines of the whole file
   */
  static Optional<YamlProblem> in(YamlStream.Part part, LineIndex lines) {
    return part.document().root().map(new RepeatedKey(part.offset(), lines)::below);
  }

  // what an alias stands for is looked at where it is written
  private @Nullable YamlProblem below(YamlNode node) {
    List<YamlNode> values = List.of();
    if (node instanceof YamlMapping mapping) {
      @Nullable YamlProblem own = twice(mapping);
      if (own != null) {
        return own;
      }
      values = mapping.entries().stream().map(YamlEntry::value).toList();
    } else if (node instanceof YamlSequence list) {
      values = list.items().stream().map(i -> i.value()).toList();
    }
    for (YamlNode value : values) {
      @Nullable YamlProblem found = below(value);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable YamlProblem twice(YamlMapping mapping) {
    Map<String, YamlEntry> seen = new HashMap<>();
    for (YamlEntry entry : mapping.entries()) {
      @Nullable YamlEntry before = entry.isMerge() ? null : seen.putIfAbsent(entry.name(), entry);
      if (before != null) {
        return new YamlProblem(
            YamlProblem.Kind.SYNTAX,
            entry.key().start(),
            entry.key().end(),
            "the key '%s' is given in line %d and again in line %d"
                .formatted(entry.name(), line(before), line(entry)),
            "Remove one of them.");
      }
    }
    return null;
  }

  private int line(YamlEntry entry) {
    return lines.positionOf(offset + entry.start()).line();
  }
}
