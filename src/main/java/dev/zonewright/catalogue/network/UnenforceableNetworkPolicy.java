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
import dev.zonewright.kube.network.policy.PodReader;
import dev.zonewright.kube.network.policy.Policy;
import dev.zonewright.kube.network.policy.PolicyReader;
import dev.zonewright.kube.network.policy.Selector;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
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
    for (KubeObject object : policies) {
      Optional<Policy> policy = PolicyReader.judged(object);
      if (policy.isPresent()) {
        directions(object, policy.get(), reporter);
        selection(object, policy.get(), pods, reporter);
      }
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

  private static void selection(
      KubeObject object, Policy policy, List<NetworkPod> pods, Reporter reporter) {
    YamlCursor at = object.root().get("spec", "podSelector");
    List<NetworkPod> selected =
        pods.stream().filter(p -> !policy.pods().matches(p.labels()).isNo()).toList();
    if (selected.isEmpty()) {
      if (!pods.isEmpty()) {
        reporter
            .violated(
                at,
                "It selects no workload of its namespace among the manifests"
                    + nearMiss(policy.pods(), pods))
            .guidance(
                "Correct the labels, or remove the policy: it protects nothing that is opened.");
      }
      return;
    }
    boolean each = selected.stream().allMatch(p -> p.hostNetwork().isYes());
    selected.stream()
        .filter(p -> p.hostNetwork().isYes())
        .filter(_ -> each || !policy.pods().isEverything())
        .findFirst()
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
  private static String nearMiss(Selector selector, List<NetworkPod> pods) {
    for (NetworkPod pod : pods) {
      List<Selector.Requirement> missed =
          selector.requirements().stream()
              .filter(r -> new Selector(List.of(r), "").matches(pod.labels()).isNo())
              .toList();
      if (missed.size() == 1) {
        String key = missed.getFirst().key();
        String value = pod.labels().known().get(key);
        if (value != null) {
          return ": it requires %s, but %s has %s=%s"
              .formatted(missed.getFirst(), pod.ref().label(), key, value);
        }
      }
    }
    return "";
  }
}
