package dev.zonewright.ui.keys;

import java.util.List;

/**
 * A key and what it does.
 *
 * @param group where it works, or what it is about: “Editor”
 * @param keys as the system writes them, the preferred first: {@code Ctrl+Z}
 * @param does what it does, in a few words
 */
public record KeyEntry(String group, List<String> keys, String does) {
  public KeyEntry {
    keys = List.copyOf(keys);
  }
}
