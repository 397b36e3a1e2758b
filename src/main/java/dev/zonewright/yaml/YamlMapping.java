package dev.zonewright.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapping, entries in the order of the text, duplicates included.
 *
 * @param start offset of the opening brace in flow style, else of the first key
 * @param end after the closing brace in flow style, else the end of the last value
 */
public record YamlMapping(
    int start, int end, @Nullable NodeProperties properties, boolean flow, List<YamlEntry> entries)
    implements YamlNode {
  public YamlMapping {
    entries = EntryList.of(entries);
  }

  /** The last entry with this key, which is the one that counts; merge keys are not followed. */
  public @Nullable YamlEntry own(String key) {
    if (entries instanceof EntryList many) {
      return many.last(key);
    }
    for (int i = entries.size() - 1; i >= 0; i--) {
      YamlEntry entry = entries.get(i);
      if (entry.isNamed(key)) {
        return entry;
      }
    }
    return null;
  }

  /**
   * The entry that gives this key its value, an own one or one taken over through {@code <<}.
   *
   * <p>As Kubernetes reads it, entry after entry: the last one that gives the key a value counts,
   * so that a {@code <<} further down overrides an own entry above it. Of several mappings in one
   * {@code <<} the first counts.
   */
  public @Nullable YamlEntry effective(String key) {
    if (entries instanceof EntryList many && !many.hasMerge()) {
      return many.last(key);
    }
    for (int i = entries.size() - 1; i >= 0; i--) {
      YamlEntry entry = entries.get(i);
      YamlEntry found =
          entry.isMerge() ? inherited(entry.value(), key, true) : entry.isNamed(key) ? entry : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Whether an own entry has no effect, because a later one gives its key another value. */
  @SuppressWarnings("ReferenceEquality") // which entry it is, not what it says
  boolean hides(YamlEntry own) {
    return !own.isMerge()
        && own.key().resolved() instanceof YamlScalar
        && effective(own.name()) != own;
  }

  /** Whether this entry, which counts here, stands here and is not taken over. */
  @SuppressWarnings("ReferenceEquality") // which entry it is, not what it says
  boolean holds(YamlEntry effective) {
    if (entries instanceof EntryList many) {
      return effective == many.last(effective.name());
    }
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i) == effective) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable YamlEntry inherited(YamlNode source, String key, boolean listAllowed) {
    return switch (source.resolved()) {
      case YamlMapping mapping -> mapping.effective(key);
      case YamlSequence list when listAllowed -> firstOf(list, key);
      case YamlSequence _, YamlScalar _, YamlAlias _ -> null;
    };
  }

  private static @Nullable YamlEntry firstOf(YamlSequence list, String key) {
    for (YamlItem item : list.items()) {
      YamlEntry found = inherited(item.value(), key, false);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  public boolean hasMerge() {
    return entries.stream().anyMatch(YamlEntry::isMerge);
  }

  @Override
  public String toString() {
    return "mapping " + start + ".." + end + entries;
  }
}
