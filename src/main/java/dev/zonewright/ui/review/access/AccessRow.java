package dev.zonewright.ui.review.access;

import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.chain.Chain;
import java.util.List;
import java.util.Optional;

/**
 * An account and how it comes to the power that is asked about.
 *
 * @param usedBy the names of the workloads that run as it
 * @param mounts whether one of them is given the token
 * @param worst the worst power that it has itself; empty where it has none
 */
record AccessRow(
    String account, List<String> usedBy, boolean mounts, Optional<Power> worst, Chain chain) {
  AccessRow {
    usedBy = List.copyOf(usedBy);
  }

  /** The workloads in words. */
  String users() {
    return usedBy.isEmpty() ? "no workload" : String.join(", ", usedBy);
  }
}
