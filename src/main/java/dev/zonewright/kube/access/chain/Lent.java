package dev.zonewright.kube.access.chain;

import dev.zonewright.kube.access.Identity;
import dev.zonewright.kube.access.Powers;
import java.util.List;

/**
 * Somebody that an account can act as.
 *
 * @param grants what it takes
 * @param act how it is done
 */
record Lent(List<Powers.Held> grants, Hop act, Identity next) {
  Lent {
    grants = List.copyOf(grants);
  }
}
