package dev.zonewright.checklist;

import dev.zonewright.risk.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An item of the checklist, answered for one tenant.
 *
 * @param evidence what the answer rests on, or what would show it, what decides first; never empty
 * @param controls the ids of the controls whose findings can decide it
 */
public record ItemResult(
    ChecklistItem item, ItemState state, List<Evidence> evidence, Set<String> controls) {
  public ItemResult {
    evidence = List.copyOf(evidence);
    controls = Set.copyOf(controls);
  }

  /** The first place that the answer rests on. */
  public Optional<Evidence.Place> place() {
    return evidence.stream().map(Evidence::place).flatMap(Optional::stream).findFirst();
  }
}
