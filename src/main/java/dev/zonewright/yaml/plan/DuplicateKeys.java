package dev.zonewright.yaml.plan;

import dev.zonewright.yaml.YamlMapping;

/** Finds the entry that counts where a key stands more than once. */
final class DuplicateKeys {
  private DuplicateKeys() {}

  /** The number of the last entry with this key; -1 when there is none. */
  static int last(YamlMapping mapping, String key) {
    for (int i = mapping.entries().size() - 1; i >= 0; i--) {
      if (mapping.entries().get(i).isNamed(key)) {
        return i;
      }
    }
    return -1;
  }
}
