package dev.zonewright.report.compare;

import dev.zonewright.report.compare.Side.Entry;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskChanges;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What differs between two versions. A finding is the same in both when its fingerprint is: it
 * stays so when its object moves to other lines or another file.
 *
 * @param added only after
 * @param fixed only before, of objects that are still there
 * @param removed only before, gone with their object
 * @param unchanged how many are in both
 * @param moved rows of the residual risk at another level; empty where a side does not hold them
 */
public record Comparison(
    List<Entry> added,
    List<Entry> fixed,
    List<Entry> removed,
    int unchanged,
    List<RiskChange> moved) {
  public Comparison {
    added = List.copyOf(added);
    fixed = List.copyOf(fixed);
    removed = List.copyOf(removed);
    moved = List.copyOf(moved);
  }

  public static Comparison of(Side before, Side after) {
    Set<String> then =
        before.entries().stream().map(Entry::fingerprint).collect(Collectors.toSet());
    Set<String> now = after.entries().stream().map(Entry::fingerprint).collect(Collectors.toSet());
    List<Entry> added =
        after.entries().stream().filter(e -> !then.contains(e.fingerprint())).toList();
    List<Entry> gone =
        before.entries().stream().filter(e -> !now.contains(e.fingerprint())).toList();
    return new Comparison(
        added,
        gone.stream().filter(e -> after.objects().contains(e.object())).toList(),
        gone.stream().filter(e -> !after.objects().contains(e.object())).toList(),
        after.entries().size() - added.size(),
        RiskChanges.between(before.risks().orElse(List.of()), after.risks().orElse(List.of())));
  }
}
