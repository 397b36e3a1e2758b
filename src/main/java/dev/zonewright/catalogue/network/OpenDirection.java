package dev.zonewright.catalogue.network;

import dev.zonewright.control.Reporter;
import dev.zonewright.control.Reporter.FindingBuilder;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.NetworkPod;
import java.util.List;
import java.util.Locale;
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
    Optional<KubeObject> other = open.isEmpty() ? Optional.empty() : isolation.other(reporter);
    if (other.isPresent()) {
      related(
          reporter.undetermined(
              tenant.at(),
              "No NetworkPolicy isolates the %s of %s, and the rules of %s are not read"
                  .formatted(direction.word(), names(open), other.get().label())),
          open);
      return;
    }
    Optional<AdminLimits> limits =
        open.isEmpty()
            ? Optional.empty()
            : AdminLimits.of(tenant, direction, Isolation.READINGS, reporter);
    if (limits.isPresent() && doubted(tenant, direction, isolation, limits.get(), reporter)) {
      return;
    }
    if (open.isEmpty()) {
      rest(tenant, direction, isolation, policy, guidance, reporter);
      return;
    }
    String what =
        limits
            .flatMap(l -> left(open, l))
            .orElseGet(() ->
                ": %s %s"
                    .formatted(open.size() == 1 ? "it" : "they", open.size() == 1 ? does : they));
    FindingBuilder finding =
        related(
            reporter.violated(
                tenant.at(),
                "No opened NetworkPolicy isolates the %s of %s%s"
                    .formatted(direction.word(), names(open), what)),
            open);
    if (open.stream().allMatch(p -> p.hostNetwork().isYes())) {
      finding.guidance(
          "Take the pods off their node's network first: policies do not apply to such pods.");
    } else {
      isolation.adding(policy).ifPresent(finding::fix);
      finding.guidance(guidance);
    }
  }

  /**
   * Leaves only those open that policies of the administrator leave open; whether it is told that
   * this is known of none.
   */
  private static boolean doubted(
      TenantView tenant,
      Direction direction,
      Isolation isolation,
      AdminLimits limits,
      Reporter reporter) {
    isolation.limit(limits);
    List<NetworkPod> doubtful =
        isolation.open().stream().filter(p -> limits.of(p).open().isEmpty()).toList();
    isolation.doubt(doubtful);
    Optional<String> because =
        doubtful.stream().flatMap(p -> limits.of(p).because().stream()).findFirst();
    if (because.isEmpty() || !isolation.open().isEmpty()) {
      return false;
    }
    related(
        reporter.undetermined(
            tenant.at(),
            "No NetworkPolicy isolates the %s of %s, and whether the policies of administrators leave it open is not known: %s"
                .formatted(direction.word(), names(doubtful), because.get())),
        doubtful);
    return true;
  }

  /** What the administrator leaves open, the end of a sentence; empty where it is everything. */
  private static Optional<String> left(List<NetworkPod> open, AdminLimits limits) {
    return open.stream().allMatch(p -> limits.of(p).all())
        ? Optional.empty()
        : Optional.of(
            ", and the policies of administrators leave open: "
                + open.stream()
                    .flatMap(p -> limits.of(p).open().stream())
                    .distinct()
                    .collect(Collectors.joining(", ")));
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
    return labels.size() > NAMED
        ? String.format(Locale.ROOT, "%s and %,d more", first, labels.size() - NAMED)
        : first;
  }
}
