package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts findings into groups by name, and sorts each group. */
final class FindingRows {
  private FindingRows() {}

  static List<FindingRow> of(List<FindingRow.Item> shown, FindingsLayout layout) {
    Map<String, List<FindingRow.Item>> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (FindingRow.Item row : shown) {
      groups.computeIfAbsent(layout.grouping().of(row.at()), _ -> new ArrayList<>()).add(row);
    }
    List<FindingRow> out = new ArrayList<>(shown.size() + groups.size());
    groups.forEach((title, rows) -> {
      if (layout.grouping() != Grouping.NONE) {
        List<LocatedFinding> findings = rows.stream().map(FindingRow.Item::at).toList();
        out.add(new FindingRow.Group(title, Counts.of(findings)));
      }
      rows.sort(layout.sortedBy().order(layout.descending()));
      out.addAll(rows);
    });
    return out;
  }
}
