package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.access.Powers;
import dev.zonewright.kube.access.Rights;
import java.util.List;
import java.util.Optional;

/**
 * What somebody has, and what they can give to themselves.
 *
 * @param limits why they may be able to act as others that are not followed
 */
record Means(
    Rights rights, List<Powers.Held> held, List<Escalation> escalations, Optional<String> limits) {
  Means {
    held = List.copyOf(held);
    escalations = List.copyOf(escalations);
  }
}
