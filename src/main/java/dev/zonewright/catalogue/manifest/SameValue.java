package dev.zonewright.catalogue.manifest;

import dev.zonewright.yaml.YamlAlias;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlScalar;
import dev.zonewright.yaml.YamlSequence;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether two values are the same to Kubernetes: quotes, style, comments and the order of keys do
 * not count. In doubt (tags, merge keys, keys that stand twice) they are not.
 */
final class SameValue {
  private SameValue() {}

  static boolean of(YamlCursor a, YamlCursor b) {
    return a.node().isPresent()
        && b.node().isPresent()
        && same(a.node().get().resolved(), b.node().get().resolved());
  }

  private static boolean same(YamlNode a, YamlNode b) {
    if (a.tag() != null || b.tag() != null) {
      return false;
    }
    return switch (a) {
      case YamlScalar scalar ->
          b instanceof YamlScalar other && scalar.resolve().equals(other.resolve());
      case YamlSequence list -> b instanceof YamlSequence other && sameItems(list, other);
      case YamlMapping mapping -> b instanceof YamlMapping other && sameEntries(mapping, other);
      case YamlAlias _ -> false;
    };
  }

  private static boolean sameItems(YamlSequence a, YamlSequence b) {
    if (a.items().size() != b.items().size()) {
      return false;
    }
    for (int i = 0; i < a.items().size(); i++) {
      if (!same(a.items().get(i).value().resolved(), b.items().get(i).value().resolved())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEntries(YamlMapping a, YamlMapping b) {
    if (a.entries().size() != b.entries().size() || a.hasMerge() || b.hasMerge()) {
      return false;
    }
    Set<String> names = new HashSet<>();
    for (YamlEntry entry : a.entries()) {
      YamlEntry other = b.own(entry.name());
      if (other == null
          || !names.add(entry.name())
          || !same(entry.key().resolved(), other.key().resolved())
          || !same(entry.value().resolved(), other.value().resolved())) {
        return false;
      }
    }
    return true;
  }
}
