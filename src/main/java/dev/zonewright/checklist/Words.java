package dev.zonewright.checklist;

/** Counts as words. */
final class Words {
  private Words() {}

  static String workloads(int count) {
    return count == 1 ? "the only workload" : "all " + count + " workloads";
  }
}
