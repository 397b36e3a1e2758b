package dev.zonewright.ui;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** Counts findings. */
public final class Counts {
  private Counts() {}

  /** How many findings there are of each severity that occurs. */
  public static Map<Severity, Integer> of(Collection<LocatedFinding> findings) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    findings.forEach(f -> counts.merge(f.finding().severity(), 1, Integer::sum));
    return counts;
  }

  /** A number and its noun: “1 file”, “2 files”. */
  public static String say(int count, String one, String many) {
    return count == 1 ? "1 " + one : "%,d %s".formatted(count, many);
  }
}
