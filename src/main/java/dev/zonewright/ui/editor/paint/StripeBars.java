package dev.zonewright.ui.editor.paint;

import dev.zonewright.control.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How findings that fall together on the stripe show: each severity has its part of a bar, whose
 * length tells how many there are beside the fullest place. Where no place has more than a few,
 * every bar is as long as any.
 */
final class StripeBars {
  // of the bar's length: so short is that of a single finding where other places are crowded
  private static final double LEAST = 0.3;
  private static final int CROWDED = 4;

  private final List<Map<Severity, Integer>> counts = new ArrayList<>();

  /**
   * A part of a bar.
   *
   * @param slot the place on the stripe, from 0
   * @param from where it begins, 0 to 1 of the width
   * @param to where it ends
   */
  record Part(int slot, Severity severity, double from, double to) {}

  /** A stripe of so many places, with nothing on it. */
  StripeBars(int slots) {
    for (int i = 0; i < slots; i++) {
      counts.add(Map.of());
    }
  }

  /** Adds a finding at a place; those beyond the last go to the last. */
  void add(int slot, Severity severity) {
    int at = Math.clamp(slot, 0, counts.size() - 1);
    if (counts.get(at).isEmpty()) {
      counts.set(at, new EnumMap<>(Severity.class));
    }
    counts.get(at).merge(severity, 1, Integer::sum);
  }

  /** The parts of all bars, the most severe of each place first. */
  List<Part> parts() {
    int most = counts.stream().mapToInt(StripeBars::total).max().orElse(0);
    List<Part> parts = new ArrayList<>();
    for (int slot = 0; slot < counts.size(); slot++) {
      int here = total(counts.get(slot));
      double length = most <= CROWDED ? 1 : LEAST + (1 - LEAST) * Math.log(here) / Math.log(most);
      double from = 0;
      for (Map.Entry<Severity, Integer> entry : counts.get(slot).entrySet()) {
        double to = from + length * entry.getValue() / here;
        parts.add(new Part(slot, entry.getKey(), from, to));
        from = to;
      }
    }
    return parts;
  }

  private static int total(Map<Severity, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
