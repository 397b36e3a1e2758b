package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.NaturalOrder;
import dev.zonewright.ui.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts findings into groups by name, and sorts each group. */
final class FindingRows {
  private FindingRows() {}

  /**
   * The rows of a table.
   *
   * @param platform the names that are no tenants: their groups stand apart, below the others
   */
  static List<FindingRow> of(
      List<FindingRow.Item> shown, FindingsLayout layout, Set<String> platform) {
    Map<String, List<FindingRow.Item>> groups = new TreeMap<>(NaturalOrder.NAMES);
    Map<String, List<FindingRow.Item>> apart = new TreeMap<>(NaturalOrder.NAMES);
    for (FindingRow.Item row : shown) {
      String group = layout.grouping().of(row.at());
      boolean serves =
          layout.grouping() == Grouping.TENANT
              && row.at().finding().tenant().filter(platform::contains).isPresent();
      if (serves) {
        apart.computeIfAbsent(group + " (platform)", _ -> new ArrayList<>()).add(row);
      } else {
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(row);
      }
    }
    List<FindingRow> out = new ArrayList<>(shown.size() + groups.size() + apart.size());
    add(groups, layout, out);
    add(apart, layout, out);
    return out;
  }

  private static void add(
      Map<String, List<FindingRow.Item>> groups, FindingsLayout layout, List<FindingRow> out) {
    groups.forEach((title, rows) -> {
      if (layout.grouping() != Grouping.NONE) {
        List<LocatedFinding> findings = rows.stream().map(FindingRow.Item::at).toList();
        out.add(new FindingRow.Group(title, Counts.of(findings)));
      }
      rows.sort(layout.sortedBy().order(layout.descending()));
      out.addAll(rows);
    });
  }
}
