package dev.zonewright.checklist;

import java.util.Locale;

/** Counts as words. */
final class Words {
  private Words() {}

  static String workloads(int count) {
    return count == 1
        ? "the only workload"
        : String.format(Locale.ROOT, "all %,d workloads", count);
  }
}
