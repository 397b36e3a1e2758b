package dev.zonewright.ui.review.reach;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.kube.network.Answer;
import dev.zonewright.kube.network.Endpoint;
import dev.zonewright.kube.network.Expected;
import dev.zonewright.kube.network.Reach;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.fix.FixOffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what closes a connection, in the fixes of the findings about what opens it. */
final class RowFixes {
  private static final String EGRESS = "open-egress";
  private static final String INGRESS = "open-ingress";

  private RowFixes() {}

  /**
   * What is offered for a row, of one file and the preferred first; nothing for what may be allowed
   * or is not.
   *
   * @param turned whether it is asked who reaches a workload: then its own side is closed first
   */
  static List<FixOffer> of(ReachRow row, ReachFacts facts, boolean turned) {
    boolean open = row.now() == Answer.Outcome.ALLOWED || row.now() == Answer.Outcome.UNDETERMINED;
    if (!open || row.expected() != Expected.MUST_BE_DENIED) {
      return List.of();
    }
    if (facts.isBeyondPolicies(row.reaches().getFirst().from())) {
      return hostNetwork(row, facts);
    }
    List<LocatedFinding> network = facts.network();
    List<LocatedFinding> out =
        new ArrayList<>(
            network.stream()
                .filter(f -> row.place().filter(p -> meets(f, p)).isPresent())
                .toList());
    out.sort(
        Comparator.comparing((LocatedFinding f) -> f.finding().fixes().isEmpty())
            .thenComparing(f -> !f.finding().control().id().equals(control(row))));
    if (out.stream().allMatch(f -> f.finding().fixes().isEmpty())) {
      out.addAll(0, unisolated(row, facts, turned, network));
    }
    return out.stream()
        .filter(f -> f.file().equals(out.getFirst().file()))
        .map(FixOffer::of)
        .toList();
  }

  /** No policy helps a pod on the network of its node before it leaves that. */
  private static List<FixOffer> hostNetwork(ReachRow row, ReachFacts facts) {
    NetworkPod from = row.reaches().getFirst().from();
    return facts.network().stream()
        .filter(f -> f.finding().control().id().equals(ReachFacts.HOST_NETWORK))
        .filter(f -> f.finding().kind().equals(from.ref().kind()))
        .filter(f -> f.finding().name().equals(from.ref().name()))
        .filter(f -> f.finding().namespace().equals(from.ref().namespace()))
        .map(FixOffer::of)
        .toList();
  }

  private static boolean meets(LocatedFinding finding, Place place) {
    return finding.file().equals(place.file())
        && finding.range().start() < place.range().end()
        && place.range().start() < finding.range().end();
  }

  /** The control that speaks of such a destination. */
  private static String control(ReachRow row) {
    return switch (row.reaches().getFirst().destination().group()) {
      case METADATA -> "reachable-metadata-endpoint";
      case NODE -> "reachable-node-port";
      case WORKLOAD -> "cross-namespace-traffic";
      case DNS, INTERNET, ADDRESS -> "unrestricted-internet-egress";
    };
  }

  /** What says that no policy isolates one of the two ends; that which is looked at first. */
  private static List<LocatedFinding> unisolated(
      ReachRow row, ReachFacts facts, boolean turned, List<LocatedFinding> network) {
    Reach reach = row.reaches().getFirst();
    String from = facts.tenantOf(reach.from().namespace());
    String to =
        reach.destination().endpoint() instanceof Endpoint.OfPod(NetworkPod pod)
            ? facts.tenantOf(pod.namespace())
            : "";
    List<LocatedFinding> out = new ArrayList<>();
    for (LocatedFinding finding : network) {
      String tenant = finding.finding().tenant().orElse("");
      boolean egress = finding.finding().control().id().equals(EGRESS) && tenant.equals(from);
      boolean ingress = finding.finding().control().id().equals(INGRESS) && tenant.equals(to);
      if (egress || ingress) {
        out.add(finding);
      }
    }
    String first = turned ? INGRESS : EGRESS;
    out.sort(Comparator.comparing(f -> !f.finding().control().id().equals(first)));
    return out;
  }
}
