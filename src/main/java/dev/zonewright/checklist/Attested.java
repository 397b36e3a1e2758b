package dev.zonewright.checklist;

import dev.zonewright.risk.Evidence;
import java.util.Optional;

/** What people attest, in a review. */
@FunctionalInterface
public interface Attested {
  /** Nobody attests anything. */
  Attested NOTHING = (_, _) -> Optional.empty();

  /** Who attests an item of a tenant, as evidence; empty when nobody does. */
  Optional<Evidence> of(String tenant, ChecklistItem item);
}
