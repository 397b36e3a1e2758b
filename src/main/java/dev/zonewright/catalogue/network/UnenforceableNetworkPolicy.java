package dev.zonewright.catalogue.network;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Related;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.network.policy.Direction;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.PodIndex;
import dev.zonewright.kube.network.policy.PodReader;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PolicyReader;
import dev.zonewright.kube.network.policy.Selector;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fields: {@code spec.podSelector} and {@code spec.policyTypes} of a NetworkPolicy. Accepted: it
 * selects a workload that is opened, none on the network of its node, and names each direction that
 * it has rules for.
 */
public final class UnenforceableNetworkPolicy implements Control.OnTenant {
  private static final ControlInfo INFO =
      Sources.info(
          UnenforceableNetworkPolicy.class,
          "Unenforceable network policy",
          "A NetworkPolicy, or a part of it, has no effect",
          Severity.LOW);

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(TenantView tenant, Reporter reporter) {
    List<KubeObject> policies = tenant.objects("NetworkPolicy");
    if (policies.isEmpty()) {
      return;
    }
    List<NetworkPod> pods =
        tenant.objects().stream().flatMap(o -> PodReader.read(o).stream()).toList();
    PodIndex index = new PodIndex(pods);
    // a thousand policies for the same pods look for them once
    Map<Selector, Selected> seen = new HashMap<>();
    for (KubeObject object : policies) {
      Optional<Policy> policy = PolicyReader.judged(object);
      if (policy.isPresent()) {
        directions(object, policy.get(), reporter);
        if (!pods.isEmpty()) {
          Selector selector = policy.get().pods();
          selection(object, seen.computeIfAbsent(selector, s -> Selected.by(s, index)), reporter);
        }
      }
    }
  }

  /**
   * The pods that a selector is about.
   *
   * @param none why it selects none, from “: ” on; missing where it selects some
   * @param onNode the first of them that policies may pass by
   */
  private record Selected(Optional<String> none, Optional<NetworkPod> onNode) {
    static Selected by(Selector selector, PodIndex index) {
      List<NetworkPod> selected = index.matching(selector);
      if (selected.isEmpty()) {
        return new Selected(Optional.of(nearMiss(selector, index)), Optional.empty());
      }
      boolean each = selected.stream().allMatch(p -> p.hostNetwork().isYes());
      return new Selected(
          Optional.empty(),
          selected.stream()
              .filter(p -> p.hostNetwork().isYes())
              .filter(_ -> each || !selector.isEverything())
              .findFirst());
    }
  }

  private static void directions(KubeObject object, Policy policy, Reporter reporter) {
    YamlCursor types = object.root().get("spec", "policyTypes");
    for (Direction direction : Direction.values()) {
      if (!policy.rules(direction).isEmpty() && !policy.types().contains(direction)) {
        reporter
            .violated(
                types,
                "The %s rules have no effect: policyTypes does not name %s"
                    .formatted(direction.word(), direction.type()))
            .fix(
                Fix.review(
                    "Add %s to policyTypes".formatted(direction.type()),
                    "The pods are then open only where its rules say",
                    editor -> editor.addItem(types.path(), YamlValue.of(direction.type()))));
      }
    }
  }

  private static void selection(KubeObject object, Selected selected, Reporter reporter) {
    YamlCursor at = object.root().get("spec", "podSelector");
    selected
        .none()
        .ifPresent(why ->
            reporter
                .violated(at, "It selects no workload of its namespace among the manifests" + why)
                .guidance(
                    "Correct the labels, or remove the policy: it protects nothing that is"
                        + " opened."));
    selected
        .onNode()
        .ifPresent(pod ->
            reporter
                .violated(
                    at,
                    "It selects %s, which uses the network of its node: most network plugins do not apply policies to such pods"
                        .formatted(pod.ref().label()))
                .related(
                    new Related(
                        pod.ref(), pod.spec().key("hostNetwork"), "uses the node's network"))
                .guidance("Take the pod off its node's network, or close its ports on the node."));
  }

  /** The workload that one label keeps out, in words. */
  private static String nearMiss(Selector selector, PodIndex index) {
    return index.near(selector, pod -> nearMiss(selector, pod)).orElse("");
  }

  private static Optional<String> nearMiss(Selector selector, NetworkPod pod) {
    List<Selector.Requirement> missed =
        selector.requirements().stream()
            .filter(r -> new Selector(List.of(r), "").matches(pod.labels()).isNo())
            .toList();
    if (missed.size() != 1) {
      return Optional.empty();
    }
    String key = missed.getFirst().key();
    return Optional.ofNullable(pod.labels().known().get(key))
        .map(value ->
            ": it requires %s, but %s has %s=%s"
                .formatted(missed.getFirst(), pod.ref().label(), key, value));
  }
}
