package dev.zonewright.ui.review.access;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.chain.Chain;
import dev.zonewright.kube.access.chain.Hop;
import dev.zonewright.ui.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An account and how it comes to the power that is asked about.
 *
 * @param usedBy the names of the workloads that run as it
 * @param mounts whether one of them is given the token
 * @param worst the worst power that it has itself; empty where it has none
 * @param other the worst power that it has itself beside the one that is asked about
 * @param cuts where the chain is cut in the manifests
 * @param finding what is found about the rights along the chain, that nobody accepted
 * @param others the same account by other chains, the shortest first; these have none
 */
record AccessRow(
    String account,
    List<String> usedBy,
    boolean mounts,
    Optional<Power> worst,
    Optional<Power> other,
    Chain chain,
    List<HopCut> cuts,
    Optional<LocatedFinding> finding,
    List<AccessRow> others) {
  private static final int MOST_NAMED = 6;

  AccessRow {
    usedBy = List.copyOf(usedBy);
    cuts = List.copyOf(cuts);
    others = List.copyOf(others);
  }

  /** How the chain is cut at a hop; empty where no finding offers anything there. */
  Optional<HopCut> cutAt(Hop hop) {
    return cuts.stream().filter(c -> c.hop().equals(hop)).findFirst();
  }

  /** The same account by another chain. */
  AccessRow by(Chain other, List<HopCut> ofIt, Optional<LocatedFinding> about) {
    return new AccessRow(account, usedBy, mounts, worst, this.other, other, ofIt, about, List.of());
  }

  AccessRow with(List<AccessRow> more) {
    return new AccessRow(account, usedBy, mounts, worst, other, chain, cuts, finding, more);
  }

  /** What stops the chain; empty where nothing does. */
  Optional<Hop> stop() {
    return chain.outcome() == Chain.Outcome.STOPPED
        ? Optional.of(chain.hops().getLast())
        : Optional.empty();
  }

  /** The workloads in fewer and fewer words, for a column that may be narrow. */
  List<String> userForms() {
    List<String> forms = new ArrayList<>();
    forms.add(users());
    for (int shown = Math.min(usedBy.size() - 1, MOST_NAMED); shown > 0; shown--) {
      forms.add(
          "%s +%,d".formatted(String.join(", ", usedBy.subList(0, shown)), usedBy.size() - shown));
    }
    if (usedBy.size() > 1) {
      forms.add(Counts.say(usedBy.size(), "workload", "workloads"));
    }
    return forms;
  }

  /** The workloads in words. */
  String users() {
    return usedBy.isEmpty() ? "no workload" : String.join(", ", usedBy);
  }
}
