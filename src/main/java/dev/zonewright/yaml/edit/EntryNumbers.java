package dev.zonewright.yaml.edit;

import dev.zonewright.yaml.YamlEntry;
import dev.zonewright.yaml.YamlMapping;
import dev.zonewright.yaml.YamlScalar;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Where keys stand in long mappings, found without looking at all of their entries each time. */
final class EntryNumbers {
  private static final int LONG = 100;

  private static final int NOT_ALONE = -1;

  private final IdentityHashMap<YamlMapping, Map<String, Integer>> known = new IdentityHashMap<>();

  /** Whether so many entries stand in a mapping that each is worth looking at by itself. */
  static boolean isLong(YamlMapping mapping) {
    return mapping.entries().size() >= LONG
        && mapping.end() - mapping.start() >= ItemExcerpt.LONG_TEXT;
  }

  /** The number, from 0, of the only entry with this key; negative where it is not the only one. */
  int only(YamlMapping mapping, String key) {
    return numbers(mapping).getOrDefault(key, NOT_ALONE);
  }

  /** Whether a key stands there, once or more often. */
  boolean has(YamlMapping mapping, String key) {
    return numbers(mapping).containsKey(key);
  }

  private Map<String, Integer> numbers(YamlMapping mapping) {
    return known.computeIfAbsent(mapping, EntryNumbers::counted);
  }

  private static Map<String, Integer> counted(YamlMapping mapping) {
    Map<String, Integer> numbers = HashMap.newHashMap(mapping.entries().size());
    boolean merges = mapping.hasMerge();
    for (int i = 0; i < mapping.entries().size(); i++) {
      YamlEntry entry = mapping.entries().get(i);
      if (entry.key().resolved() instanceof YamlScalar scalar) {
        numbers.merge(scalar.value(), merges ? NOT_ALONE : i, (_, _) -> NOT_ALONE);
      }
    }
    return numbers;
  }
}
