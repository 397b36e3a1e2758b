package dev.zonewright.kube.network.policy;

import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlNode;
import dev.zonewright.yaml.YamlSequence;
import java.util.LinkedHashSet;
import java.util.Set;

/** The keys of a mapping as Kubernetes sees them: each once, those of merge keys too. */
final class Keys {
  private Keys() {}

  static Set<String> of(YamlCursor at) {
    Set<String> out = new LinkedHashSet<>();
    at.node().ifPresent(node -> collect(node, out));
    return out;
  }

  private static void collect(YamlNode node, Set<String> out) {
    YamlNode resolved = node.resolved();
    // no switch over types: see docs/decisions/0025
    if (resolved instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        if (entry.isMerge()) {
          collect(entry.value(), out);
        } else {
          out.add(entry.name());
        }
      }
    } else if (resolved instanceof YamlSequence list) {
      list.items().forEach(item -> collect(item.value(), out));
    }
  }
}
