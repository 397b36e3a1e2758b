package dev.zonewright.catalogue.network;

import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.Tenants;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.ForeignReader;
import dev.zonewright.kube.network.policy.Labels;
import dev.zonewright.kube.network.policy.Match;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.PodReader;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PolicyReader;
import dev.zonewright.kube.network.policy.Readings;
import dev.zonewright.kube.network.policy.Rule;
import dev.zonewright.kube.network.policy.Selector;
import dev.zonewright.kube.network.policy.SelectorIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which pods of a tenant the opened policies isolate in a direction. A policy with a rule that
 * opens everything isolates nothing.
 */
final class Isolation {
  private static final List<String> FOREIGN =
      List.of("CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy", "GlobalNetworkPolicy");

  /**
   * Pods on the network of their node are asked about like others, so that leaving that network
   * opens no new question; that policies pass them by is for {@code host-network}.
   */
  static final Readings READINGS =
      new Readings(false, true, false, List.of(), List.of(), List.of());

  private final TenantView tenant;
  private final Direction direction;
  private final SelectorIndex<Group> policies;
  private final List<NetworkPod> open = new ArrayList<>();
  private final List<NetworkPod> unclear = new ArrayList<>();
  private final List<NetworkPod> isolated = new ArrayList<>();
  private boolean pods;
  private boolean reopened;

  private Isolation(TenantView tenant, Direction direction) {
    this.tenant = tenant;
    this.direction = direction;
    List<Group> groups =
        tenant.objects("NetworkPolicy").stream()
            .filter(PolicyReader::isPolicy)
            .map(PolicyReader::read)
            // one that is refused isolates nothing; one that is filled in later may
            .filter(p -> p.problems().isEmpty())
            .filter(p -> p.types().contains(direction))
            .map(this::group)
            .distinct()
            .toList();
    this.policies = SelectorIndex.of(groups, Group::pods);
  }

  /**
   * Policies that say the same of which pods they isolate: of a thousand such one is asked.
   *
   * @param known whether they can be judged as a whole
   * @param opensAll whether a rule of theirs opens everything
   */
  private record Group(String namespace, Selector pods, boolean known, boolean opensAll) {
    // written out, as those of records that every analysis compares: see docs/decisions/0025
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Group that
          && namespace.equals(that.namespace)
          && pods.equals(that.pods)
          && known == that.known
          && opensAll == that.opensAll;
    }

    @Override
    public int hashCode() {
      return pods.hashCode();
    }

    Match selects(NetworkPod pod) {
      if (!namespace.equals(pod.namespace())) {
        return Match.NO;
      }
      return pods.matches(pod.labels())
          .and(pod.isPoliced(READINGS))
          .and(known ? Match.YES : Match.unknown("it cannot be judged as a whole"));
    }
  }

  private Group group(Policy policy) {
    return new Group(
        policy.namespace(), policy.pods(), policy.because().isEmpty(), opensAll(policy));
  }

  /** Looks at a tenant; empty for one of Kubernetes itself. */
  static Optional<Isolation> of(TenantView tenant, Direction direction) {
    if (Tenants.isSystem(tenant.name())) {
      return Optional.empty();
    }
    Isolation isolation = new Isolation(tenant, direction);
    for (KubeObject object : tenant.objects()) {
      PodReader.read(object).forEach(isolation::look);
    }
    return Optional.of(isolation);
  }

  private void look(NetworkPod pod) {
    pods = true;
    Match isolated = Match.NO;
    for (Group policy : policies.near(pod.labels())) {
      Match selects = policy.selects(pod);
      if (!selects.isNo() && policy.opensAll()) {
        reopened = true;
        isolated = Match.NO;
        break;
      }
      isolated = isolated.or(selects);
    }
    if (isolated.isNo()) {
      open.add(pod);
    } else {
      (isolated.isUnknown() ? unclear : this.isolated).add(pod);
    }
  }

  private boolean opensAll(Policy policy) {
    return policy.rules(direction).stream()
        .anyMatch(
            r -> r.action() == Rule.Action.ALLOW && r.peers().isEmpty() && r.ports().isEmpty());
  }

  /** The workloads that no policy isolates. */
  List<NetworkPod> open() {
    return open;
  }

  /** Those of which it is not known. */
  List<NetworkPod> unclear() {
    return unclear;
  }

  /** Whether policies are opened without any workload, and none of them is for all pods. */
  boolean leavesPods() {
    boolean some = !tenant.objects("NetworkPolicy").isEmpty();
    return some
        && !pods
        && policies.all().stream().noneMatch(p -> p.pods().isEverything() && !p.opensAll());
  }

  /** Takes those for isolated to which policies of the administrator leave nothing open. */
  void limit(AdminLimits limits) {
    List<NetworkPod> closed = open.stream().filter(p -> limits.of(p).isClosed()).toList();
    open.removeAll(closed);
    isolated.addAll(closed);
  }

  /** Takes those alone for open of which it is known. */
  void doubt(List<NetworkPod> pods) {
    open.removeAll(pods);
    unclear.addAll(pods);
  }

  /** The policy of a network plugin that may isolate the pods as well; its rules are not read. */
  Optional<KubeObject> other(Reporter reporter) {
    for (String kind : FOREIGN) {
      for (KubeObject object : reporter.cluster().objects(kind)) {
        if (!ForeignReader.isPolicy(object) || concerns(object)) {
          return Optional.of(object);
        }
      }
    }
    return tenant.objects("NetworkPolicy").stream()
        .filter(o -> ForeignReader.isPolicy(o) && concerns(o))
        .findFirst();
  }

  private boolean concerns(KubeObject object) {
    Labels namespace = Labels.NONE.with("kubernetes.io/metadata.name", tenant.name());
    return ForeignReader.read(object).stream()
        .anyMatch(
            f -> open.stream().anyMatch(p -> !f.selects(p, namespace, direction, READINGS).isNo()));
  }

  /** A fix that adds policies for the open pods; none helps where a rule opens everything. */
  Optional<Fix> adding(AddedPolicy policy) {
    List<NetworkPod> others = new ArrayList<>(isolated);
    others.addAll(unclear);
    return reopened ? Optional.empty() : policy.fix(tenant, open, others);
  }
}
