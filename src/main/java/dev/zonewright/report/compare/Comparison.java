package dev.zonewright.report.compare;

import dev.zonewright.report.compare.Pairing.Pair;
import dev.zonewright.report.compare.Side.Entry;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskChanges;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What differs between two versions. A finding is the same in both when its fingerprint is: it
 * stays so when its object moves to other lines or another file.
 *
 * @param added only after, or covered by an exception before and by none any more
 * @param fixed only before, of objects that are still there, or of none
 * @param removed only before, gone with their object
 * @param moved in both, but in a container, volume or variable of another name
 * @param worse in both, but more severe than before
 * @param accepted open before, covered by an exception after
 * @param same in both as they were, as they are after
 * @param risk rows of the residual risk at another level; empty where a side does not hold them
 */
public record Comparison(
    List<Entry> added,
    List<Entry> fixed,
    List<Entry> removed,
    List<Pair> moved,
    List<Pair> worse,
    List<Entry> accepted,
    List<Entry> same,
    List<RiskChange> risk) {
  public Comparison {
    added = List.copyOf(added);
    fixed = List.copyOf(fixed);
    removed = List.copyOf(removed);
    moved = List.copyOf(moved);
    worse = List.copyOf(worse);
    accepted = List.copyOf(accepted);
    same = List.copyOf(same);
    risk = List.copyOf(risk);
  }

  /** Compares two versions. */
  public static Comparison of(Side before, Side after) {
    Matching matching = Matching.of(before.entries(), after.entries());
    List<Entry> added = new ArrayList<>();
    List<Entry> accepted = new ArrayList<>();
    List<Pair> worse = new ArrayList<>();
    List<Entry> same = new ArrayList<>();
    for (Pair pair : matching.same()) {
      Entry was = pair.before();
      Entry is = pair.after();
      if (is.accepted()) {
        accepted.addAll(was.accepted() ? List.of() : List.of(was));
      } else if (was.accepted()) {
        added.add(is);
      } else if (is.severity().compareTo(was.severity()) < 0) {
        worse.add(pair);
      } else {
        same.add(is);
      }
    }
    List<Entry> gone = matching.gone().stream().filter(e -> !e.accepted()).toList();
    List<Entry> come = matching.come().stream().filter(e -> !e.accepted()).toList();
    List<Pair> moved = Pairing.of(gone, come);
    Set<String> paired = new HashSet<>();
    moved.forEach(pair -> {
      paired.add(pair.before().fingerprint());
      paired.add(pair.after().fingerprint());
    });
    List<Entry> lost = without(gone, paired);
    added.addAll(without(come, paired));
    Set<String> all = added.stream().map(Entry::fingerprint).collect(Collectors.toSet());
    return new Comparison(
        after.entries().stream().filter(e -> all.contains(e.fingerprint())).toList(),
        lost.stream().filter(e -> before.keepsObjectOf(e, after)).toList(),
        lost.stream().filter(e -> !before.keepsObjectOf(e, after)).toList(),
        moved,
        worse,
        accepted,
        same,
        RiskChanges.ofLevels(before.levels(), after.levels()));
  }

  /** How many are in both as they were. */
  public int unchanged() {
    return same.size();
  }

  /** Whether nothing moved. */
  boolean isSame() {
    return Stream.of(added, fixed, removed, moved, worse, accepted, risk).allMatch(List::isEmpty);
  }

  /** What counts against a change: what it adds, and what it makes more severe. */
  List<Entry> against() {
    return Stream.concat(added.stream(), worse.stream().map(Pair::after)).toList();
  }

  private static List<Entry> without(List<Entry> entries, Set<String> prints) {
    return entries.stream().filter(e -> !prints.contains(e.fingerprint())).toList();
  }
}
