package dev.zonewright.report.closing;

import java.util.List;

/**
 * The single changes that close most.
 *
 * @param changes that closed something when they were tried, most first; of two that close the same
 *     only the first
 * @param tried how many were tried
 * @param possible how many could have been
 */
public record ClosingChanges(List<ClosingChange> changes, int tried, int possible) {
  /** How many a first page has room for. */
  public static final int SHOWN = 5;

  /** Where nothing was tried. */
  public static final ClosingChanges NONE = new ClosingChanges(List.of(), 0, 0);

  public ClosingChanges {
    changes = List.copyOf(changes);
  }

  /** The first of them. */
  public List<ClosingChange> first() {
    return changes.subList(0, Math.min(SHOWN, changes.size()));
  }

  /** How the ranking came about, one sentence. */
  public String account() {
    if (possible == 0) {
      return "No open finding has a fix to try.";
    }
    String which =
        tried == possible
            ? "Each of %,d possible single changes was tried".formatted(possible)
            : "%,d of %,d possible single changes were tried, those with the most findings first"
                .formatted(tried, possible);
    return which + ": one at a time, with a new analysis of everything.";
  }
}
