package dev.zonewright.yaml;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a mapping with very many, which finds a key without looking at all of them. Asking
 * such a mapping for each of its keys would otherwise take hours. Immutable; the index is made when
 * it is first asked for, twice at worst.
 */
public final class EntryList extends AbstractList<YamlEntry> implements RandomAccess {
  private static final int WORTH_AN_INDEX = 100;

  private final List<YamlEntry> entries;
  private volatile @Nullable Map<String, YamlEntry> last;
  private final boolean merge;

  private EntryList(List<YamlEntry> entries) {
    this.entries = List.copyOf(entries);
    this.merge = entries.stream().anyMatch(YamlEntry::isMerge);
  }

  /** An immutable list of these entries. */
  public static List<YamlEntry> of(List<YamlEntry> entries) {
    if (entries instanceof EntryList) {
      return entries;
    }
    return entries.size() < WORTH_AN_INDEX ? List.copyOf(entries) : new EntryList(entries);
  }

  /** The last entry with this key. */
  @Nullable YamlEntry last(String key) {
    Map<String, YamlEntry> index = last;
    if (index == null) {
      index = HashMap.newHashMap(entries.size());
      for (YamlEntry entry : entries) {
        if (entry.key().resolved() instanceof YamlScalar scalar) {
          index.put(scalar.value(), entry);
        }
      }
      last = index;
    }
    return index.get(key);
  }

  boolean hasMerge() {
    return merge;
  }

  @Override
  public YamlEntry get(int index) {
    return entries.get(index);
  }

  @Override
  public int size() {
    return entries.size();
  }
}
