package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Powers;
import java.util.List;

/**
 * Somebody that an account can act as.
 *
 * @param grants what it takes
 * @param act how it is done
 * @param unsure why it may not be so, a clause; empty when it is
 */
record Lent(List<Powers.Held> grants, Hop act, Identity next, String unsure) {
  Lent {
    grants = List.copyOf(grants);
  }
}
