package dev.zonewright.checklist;

import dev.zonewright.risk.Evidence;
import java.util.Optional;

/** What people vouch for, in a review. */
@FunctionalInterface
public interface Attested {
  /** Nobody vouches for anything. */
  Attested NOTHING = (_, _) -> Optional.empty();

  /** Who vouches for an item of a tenant, as evidence; empty when nobody does. */
  Optional<Evidence> of(String tenant, ChecklistItem item);
}
