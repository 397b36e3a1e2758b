package dev.zonewright.report.closing;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.FixSafety;
import dev.zonewright.risk.RiskChange;
import java.util.List;
import java.util.Set;

/**
 * What a change brought when it was tried.
 *
 * @param first the finding that it was tried for, the first of several
 * @param safety of its fix
 * @param places in how many places of its object it makes the fix
 * @param closed the open findings that are gone with it, by fingerprint
 * @param brings how many findings are there that were not before
 * @param rows the risk rows that came to a better level
 * @param worse how many came to a worse one
 */
public record ClosingChange(
    Change change,
    LocatedFinding first,
    FixSafety safety,
    int places,
    Set<String> closed,
    int brings,
    List<RiskChange> rows,
    int worse) {
  public ClosingChange {
    closed = Set.copyOf(closed);
    rows = List.copyOf(rows);
  }

  /** By what changes are ranked: all that it closes, less what it brings. */
  int gain() {
    return closed.size() - brings + rows.size() - worse;
  }

  /** What is changed, in words: “Narrow the rule in NetworkPolicy globex/egress”. */
  public String words() {
    String many = places > 1 ? " (%d places)".formatted(places) : "";
    return change.title() + " in " + change.object() + many;
  }

  /** What it closes, in words: “closes 4 findings, 1 risk row better”. */
  public String effect() {
    StringBuilder out = new StringBuilder("closes ");
    out.append(closed.size()).append(closed.size() == 1 ? " finding" : " findings");
    if (!rows.isEmpty()) {
      out.append(", ").append(rows.size()).append(rows.size() == 1 ? " risk row" : " risk rows");
      out.append(" better");
    }
    if (brings > 0) {
      out.append(", adds ").append(brings);
    }
    if (worse > 0) {
      out.append(", ").append(worse).append(" worse");
    }
    return out.toString();
  }
}
