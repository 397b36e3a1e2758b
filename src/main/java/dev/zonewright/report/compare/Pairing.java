package dev.zonewright.report.compare;

import dev.zonewright.control.Severity;
import dev.zonewright.report.compare.Side.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the findings again whose container, volume or variable was given another name, so that
 * their fingerprint is another. They are the same where control, severity, object, path and message
 * are, but for list positions and the container's name, and where exactly one came for one that
 * went: of several, nobody can say which is which.
 */
public final class Pairing {
  private Pairing() {}

  /** The same finding under two names. */
  public record Pair(Entry before, Entry after) {}

  /** What two such findings have in common. */
  private record Key(
      String control, Severity severity, String object, String path, String message) {
    static Key of(Entry entry) {
      return new Key(
          entry.control(), entry.severity(), entry.object(), entry.path(), withoutName(entry));
    }

    private static String withoutName(Entry entry) {
      if (entry.container().isEmpty()) {
        return entry.message();
      }
      return Pattern.compile("(?<![\\w.-])" + Pattern.quote(entry.container()) + "(?![\\w-])")
          .matcher(entry.message())
          .replaceAll("");
    }
  }

  /**
   * The pairs among findings that no other has in common by its fingerprint.
   *
   * @param gone only before
   * @param come only after
   */
  static List<Pair> of(List<Entry> gone, List<Entry> come) {
    Map<Key, List<Entry>> before = byKey(gone);
    List<Pair> out = new ArrayList<>();
    byKey(come)
        .forEach((key, after) -> {
          List<Entry> same = before.getOrDefault(key, List.of());
          if (after.size() == 1 && same.size() == 1) {
            out.add(new Pair(same.getFirst(), after.getFirst()));
          }
        });
    return out;
  }

  private static Map<Key, List<Entry>> byKey(List<Entry> entries) {
    Map<Key, List<Entry>> out = new LinkedHashMap<>();
    entries.stream()
        .filter(Entry::isOfObject)
        .forEach(e -> out.computeIfAbsent(Key.of(e), _ -> new ArrayList<>()).add(e));
    return out;
  }
}
