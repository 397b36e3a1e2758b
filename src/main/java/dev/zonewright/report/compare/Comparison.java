package dev.zonewright.report.compare;

import dev.zonewright.report.compare.Pairing.Pair;
import dev.zonewright.report.compare.Side.Entry;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskChanges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What differs between two versions. A finding is the same in both when its fingerprint is: it
 * stays so when its object moves to other lines or another file.
 *
 * @param added only after
 * @param fixed only before, of objects that are still there
 * @param removed only before, gone with their object
 * @param moved in both, but in a container, volume or variable of another name
 * @param worse in both, but more severe than before
 * @param accepted open before, covered by an exception after
 * @param unchanged how many are in both as they were
 * @param risk rows of the residual risk at another level; empty where a side does not hold them
 */
record Comparison(
    List<Entry> added,
    List<Entry> fixed,
    List<Entry> removed,
    List<Pair> moved,
    List<Pair> worse,
    List<Entry> accepted,
    int unchanged,
    List<RiskChange> risk) {
  Comparison {
    added = List.copyOf(added);
    fixed = List.copyOf(fixed);
    removed = List.copyOf(removed);
    moved = List.copyOf(moved);
    worse = List.copyOf(worse);
    accepted = List.copyOf(accepted);
    risk = List.copyOf(risk);
  }

  static Comparison of(Side before, Side after) {
    Map<String, Entry> then = byPrint(before.entries());
    Set<String> now = byPrint(after.entries()).keySet();
    Set<String> excepted = byPrint(after.accepted()).keySet();
    List<Entry> come = without(after.entries(), then.keySet());
    List<Entry> absent = without(before.entries(), now);
    List<Entry> gone = without(absent, excepted);
    List<Pair> moved = Pairing.of(gone, come);
    Set<String> paired = new HashSet<>();
    moved.forEach(pair -> {
      paired.add(pair.before().fingerprint());
      paired.add(pair.after().fingerprint());
    });
    List<Entry> lost = without(gone, paired);
    List<Pair> worse = new ArrayList<>();
    for (Entry entry : after.entries()) {
      Entry was = then.get(entry.fingerprint());
      if (was != null && entry.severity().compareTo(was.severity()) < 0) {
        worse.add(new Pair(was, entry));
      }
    }
    return new Comparison(
        without(come, paired),
        lost.stream().filter(e -> after.objects().contains(e.object())).toList(),
        lost.stream().filter(e -> !after.objects().contains(e.object())).toList(),
        moved,
        worse,
        absent.stream().filter(e -> excepted.contains(e.fingerprint())).toList(),
        after.entries().size() - come.size() - worse.size(),
        RiskChanges.since(before.levels(), after.risks()));
  }

  /** What counts against a change: what it adds, and what it makes more severe. */
  List<Entry> against() {
    return Stream.concat(added.stream(), worse.stream().map(Pair::after)).toList();
  }

  private static Map<String, Entry> byPrint(List<Entry> entries) {
    Map<String, Entry> out = HashMap.newHashMap(entries.size());
    entries.forEach(e -> out.put(e.fingerprint(), e));
    return out;
  }

  private static List<Entry> without(List<Entry> entries, Set<String> prints) {
    return entries.stream().filter(e -> !prints.contains(e.fingerprint())).toList();
  }
}
