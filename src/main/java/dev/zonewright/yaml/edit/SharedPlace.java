package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlDocument;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlPath;
import dev.zonewright.yaml.YamlSequence;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where that stands which a path reads through aliases and merge keys. */
final class SharedPlace {
  private final @Nullable YamlNode root;

  /** Where each mapping and list stands that has an anchor, and each mapping that is merged in. */
  private final IdentityHashMap<YamlNode, YamlPath> anchored = new IdentityHashMap<>();

  /** The mapping that holds an entry, of those that a merge key can name. */
  private final IdentityHashMap<YamlEntry, YamlPath> holders = new IdentityHashMap<>();

  SharedPlace(YamlDocument document) {
    root = document.root().orElse(null);
    if (root != null) {
      gather(root, YamlPath.ROOT, false);
    }
  }

  /** Only what an anchor, or a merge key, makes reachable by another path can be asked for. */
  private void gather(YamlNode node, YamlPath here, boolean merged) {
    boolean named = node.anchor() != null && !(node instanceof YamlAlias);
    if (named) {
      anchored.put(node, here);
    }
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        if (named || merged) {
          holders.put(entry, here);
        }
        gather(entry.value(), here.key(entry.name()), entry.isMerge());
      }
    } else if (node instanceof YamlSequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        gather(list.items().get(i).value(), here.index(i), merged);
      }
    }
  }

  /**
   * The path of the text that is read at a path; of something absent, where it would be written. An
   * alias at the very end is not followed: it is an entry of its own.
   */
  YamlPath of(YamlPath path) {
    YamlNode node = root;
    YamlPath here = YamlPath.ROOT;
    List<YamlPath.Segment> segments = path.segments();
    for (int i = 0; i < segments.size(); i++) {
      if (node instanceof YamlAlias) {
        node = node.resolved();
        here = anchored.getOrDefault(node, here);
      }
      YamlNode child = null;
      if (segments.get(i) instanceof YamlPath.Key(String name)) {
        YamlEntry entry = node instanceof YamlMapping mapping ? mapping.effective(name) : null;
        if (entry != null && node instanceof YamlMapping own && own.own(name) == null) {
          // merged in: the mapping that holds it
          here = holders.getOrDefault(entry, here);
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
}
