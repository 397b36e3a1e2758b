package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlSequence;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where that stands which a path reads through aliases and merge keys. */
@SuppressWarnings("ReferenceEquality") // which node it is, not what it says
final class SharedPlace {
  private SharedPlace() {}

  /**
   * The path of the text that is read at a path; of something absent, where it would be written. An
   * alias at the very end is not followed: it is an entry of its own.
   */
  static YamlPath of(YamlDocument document, YamlPath path) {
    YamlNode root = document.root().orElse(null);
    YamlNode node = root;
    YamlPath here = YamlPath.ROOT;
    List<YamlPath.Segment> segments = path.segments();
    for (int i = 0; i < segments.size(); i++) {
      if (node instanceof YamlAlias) {
        node = node.resolved();
        YamlNode target = node;
        here = find(root, at -> at == target, here);
      }
      YamlNode child = null;
      if (segments.get(i) instanceof YamlPath.Key(String name)) {
        YamlEntry entry = node instanceof YamlMapping mapping ? mapping.effective(name) : null;
        if (entry != null && node instanceof YamlMapping own && own.own(name) == null) {
          // merged in: the mapping that holds it
          here = find(root, at -> holds(at, entry), here);
        }
        here = here.key(name);
        child = entry == null ? null : entry.value();
      } else if (segments.get(i) instanceof YamlPath.Index(int index)) {
        here = here.index(index);
        child =
            node instanceof YamlSequence list && index < list.items().size()
                ? list.items().get(index).value()
                : null;
      }
      if (child == null) {
        return joined(here, segments.subList(i + 1, segments.size()));
      }
      node = child;
    }
    return here;
  }

  private static YamlPath joined(YamlPath start, List<YamlPath.Segment> rest) {
    YamlPath at = start;
    for (YamlPath.Segment segment : rest) {
      at =
          switch (segment) {
            case YamlPath.Key(String name) -> at.key(name);
            case YamlPath.Index(int index) -> at.index(index);
          };
    }
    return at;
  }

  private static boolean holds(YamlNode at, YamlEntry entry) {
    return at instanceof YamlMapping mapping
        && mapping.entries().stream().anyMatch(own -> own == entry);
  }

  /** Where the one node stands of which this is so. */
  private static YamlPath find(
      @Nullable YamlNode root, Predicate<YamlNode> wanted, YamlPath otherwise) {
    YamlPath found = root == null ? null : below(root, wanted, YamlPath.ROOT);
    return found == null ? otherwise : found;
  }

  private static @Nullable YamlPath below(
      YamlNode node, Predicate<YamlNode> wanted, YamlPath here) {
    if (wanted.test(node)) {
      return here;
    }
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        YamlPath found = below(entry.value(), wanted, here.key(entry.name()));
        if (found != null) {
          return found;
        }
      }
    } else if (node instanceof YamlSequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        YamlPath found = below(list.items().get(i).value(), wanted, here.index(i));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
