package dev.zonewright.report.compare;

import dev.zonewright.report.compare.Pairing.Pair;
import dev.zonewright.report.compare.Side.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds the findings of one version again in another by their fingerprints. Objects of one name
 * that are there several times, as in the folders of several stages, have their findings counted in
 * the order of the files; so the count says nothing, and those of the same file are matched first.
 *
 * @param same the findings of both
 * @param gone only before
 * @param come only after
 */
record Matching(List<Pair> same, List<Entry> gone, List<Entry> come) {
  private static final Pattern COUNT = Pattern.compile("-\\d+$");

  Matching {
    same = List.copyOf(same);
    gone = List.copyOf(gone);
    come = List.copyOf(come);
  }

  static Matching of(List<Entry> before, List<Entry> after) {
    Matching rest = new Matching(List.of(), before, after);
    return rest.by(Entry::file)
        .by(e -> lastOf(e.file(), 3))
        .by(e -> lastOf(e.file(), 2))
        .by(e -> lastOf(e.file(), 1))
        .by(_ -> "");
  }

  /** Matches what is left of one fingerprint where this is the same too, in order. */
  private Matching by(Function<Entry, String> where) {
    if (gone.isEmpty() || come.isEmpty()) {
      return this;
    }
    Map<String, Deque<Entry>> waiting = new HashMap<>();
    for (Entry entry : gone) {
      waiting.computeIfAbsent(key(entry, where), _ -> new ArrayDeque<>()).add(entry);
    }
    List<Pair> found = new ArrayList<>(same);
    List<Entry> left = new ArrayList<>();
    for (Entry entry : come) {
      Deque<Entry> candidates = waiting.get(key(entry, where));
      if (candidates == null || candidates.isEmpty()) {
        left.add(entry);
      } else {
        found.add(new Pair(candidates.remove(), entry));
      }
    }
    List<Entry> lost = new ArrayList<>();
    waiting.values().forEach(lost::addAll);
    return new Matching(found, inOrder(lost), left);
  }

  private List<Entry> inOrder(List<Entry> lost) {
    Map<String, Entry> byPrint = new HashMap<>();
    lost.forEach(e -> byPrint.put(e.fingerprint(), e));
    return gone.stream().filter(e -> byPrint.containsKey(e.fingerprint())).toList();
  }

  private static String key(Entry entry, Function<Entry, String> where) {
    return COUNT.matcher(entry.fingerprint()).replaceFirst("") + "\n" + where.apply(entry);
  }

  /** The last names of a path: what a folder above, a revision or {@code ./} do not change. */
  static String lastOf(String file, int names) {
    String path = "/" + file;
    int from = path.length();
    for (int i = 0; i < names && from > 0; i++) {
      from = path.lastIndexOf('/', from - 1);
    }
    return path.substring(from + 1);
  }
}
