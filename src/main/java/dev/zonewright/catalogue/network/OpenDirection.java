package dev.zonewright.catalogue.network;

import dev.zonewright.control.Reporter;
import dev.zonewright.control.Reporter.FindingBuilder;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.NetworkPod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports what is open in a direction, once for a tenant, with its workloads as related places. */
final class OpenDirection {
  private static final int NAMED = 3;
  private static final int RELATED = 20;

  private OpenDirection() {}

  /**
   * Reports it.
   *
   * @param does what an open workload does, after its name
   * @param they the same of several
   */
  static void check(
      TenantView tenant,
      Direction direction,
      String does,
      String they,
      AddedPolicy policy,
      String guidance,
      Reporter reporter) {
    Optional<Isolation> looked = Isolation.of(tenant, direction);
    if (looked.isEmpty()) {
      return;
    }
    Isolation isolation = looked.get();
    List<NetworkPod> open = isolation.open();
    if (open.isEmpty()) {
      rest(tenant, direction, isolation, policy, guidance, reporter);
      return;
    }
    Optional<KubeObject> other = isolation.other(reporter);
    if (other.isPresent()) {
      related(
          reporter.undetermined(
              tenant.at(),
              "No NetworkPolicy isolates the %s of %s, and what %s allows is not evaluated here"
                  .formatted(direction.word(), names(open), other.get().label())),
          open);
      return;
    }
    FindingBuilder finding =
        related(
            reporter.violated(
                tenant.at(),
                "No opened NetworkPolicy isolates the %s of %s: %s %s"
                    .formatted(
                        direction.word(),
                        names(open),
                        open.size() == 1 ? "it" : "they",
                        open.size() == 1 ? does : they)),
            open);
    if (open.stream().allMatch(p -> p.hostNetwork().isYes())) {
      finding.guidance("Take the pods off their node's network first: policies pass such pods by.");
    } else {
      isolation.adding(policy).ifPresent(finding::fix);
      finding.guidance(guidance);
    }
  }

  private static void rest(
      TenantView tenant,
      Direction direction,
      Isolation isolation,
      AddedPolicy policy,
      String guidance,
      Reporter reporter) {
    if (!isolation.unclear().isEmpty()) {
      related(
          reporter.undetermined(
              tenant.at(),
              "Whether a policy isolates the %s of %s is not known: its labels, those that a policy selects, or what the policy says are not filled in"
                  .formatted(direction.word(), names(isolation.unclear()))),
          isolation.unclear());
    } else if (isolation.leavesPods()) {
      FindingBuilder finding =
          reporter.violated(
              tenant.at(),
              "The opened policies of %s isolate the %s of some pods only: all others are open"
                  .formatted(tenant.name(), direction.word()));
      isolation.adding(policy).ifPresent(finding::fix);
      finding.guidance(guidance);
    }
  }

  private static FindingBuilder related(FindingBuilder finding, List<NetworkPod> pods) {
    FindingBuilder out = finding;
    for (NetworkPod pod : pods.subList(0, Math.min(RELATED, pods.size()))) {
      out = out.related(pod.ref(), pod.spec(), "is not isolated");
    }
    return out;
  }

  private static String names(List<NetworkPod> pods) {
    List<String> labels = pods.stream().map(p -> p.ref().label()).distinct().toList();
    String first = labels.stream().limit(NAMED).collect(Collectors.joining(", "));
    return labels.size() > NAMED ? first + " and %d more".formatted(labels.size() - NAMED) : first;
  }
}
