package dev.zonewright.risk;

import dev.zonewright.kube.Tenants;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Optional;

/**
 * The four things that tenants of one node share whatever the zones do. Source: Edera security
 * reference architecture, Residual cross-tenant risks.
 */
final class SharedResourceRows {
  private SharedResourceRows() {}

  static List<RiskRow> of(TenantFacts facts) {
    return List.of(dom0Kernel(facts), hardware(facts), network(facts), kubelet(facts));
  }

  private static RiskRow dom0Kernel(TenantFacts facts) {
    return new RowBuilder(facts, "dom0-kernel")
        .zones("runs in a zone: reaches it only through the hypervisor")
        .finding(Controls.HOST_PATH_VOLUME, State.EXPOSURE, "mounts files of the node")
        .platform(e -> files(facts, e).or(() -> host(facts, e)))
        .line(State.NOT_VISIBLE, "whether Edera and the node image are kept up to date")
        .build();
  }

  private static RiskRow hardware(TenantFacts facts) {
    // the namespaces of Kubernetes are no tenants, and are compared with none
    boolean alone = facts.others().stream().allMatch(Tenants::isSystem);
    return new RowBuilder(facts, "physical-hardware")
        .said(Controls.SHARED_NODE_POOL, State.MISSING)
        .unasked("workloads of Kubernetes itself serve the nodes of every tenant")
        .orLine(
            alone ? State.NOT_VISIBLE : State.IN_PLACE,
            alone
                ? "no other tenant is opened; others may share the nodes"
                : "no other opened tenant can run on the same nodes")
        .line(State.NOT_VISIBLE, "mitigations of side channels in processor and firmware")
        .build();
  }

  private static RiskRow network(TenantFacts facts) {
    return new RowBuilder(facts, "network-fabric")
        .finding(Controls.HOST_NETWORK, State.EXPOSURE, "uses the node's network, outside policies")
        .platform(e -> network(facts, e, "uses the node's network, outside policies"))
        .said(Controls.OPEN_EGRESS, State.MISSING)
        .said(Controls.OPEN_INGRESS, State.MISSING)
        .orLine(State.IN_PLACE, "the opened policies isolate every workload")
        .line(State.NOT_VISIBLE, "encryption between nodes (WireGuard, mTLS)")
        .build();
  }

  private static RiskRow kubelet(TenantFacts facts) {
    return new RowBuilder(facts, "node-kubelet")
        .finding(Controls.HOST_NETWORK, State.EXPOSURE, "reaches the kubelet as the node itself")
        .finding(Controls.HOST_PATH_VOLUME, State.EXPOSURE, "mounts files of the node")
        .platform(e ->
            network(facts, e, "reaches the kubelet as the node itself").or(() -> files(facts, e)))
        .said(Controls.OPEN_EGRESS, State.EXPOSURE)
        .said(Controls.REACHABLE_NODE_PORT, State.EXPOSURE)
        .orLine(State.IN_PLACE, "no rule opens the ports of nodes")
        .line(
            State.NOT_VISIBLE,
            "the pod's own node, which it may always reach: only the node's firewall closes that")
        .line(State.NOT_VISIBLE, "the kubelet's own authentication and authorisation")
        .build();
  }

  private static Optional<Evidence> files(TenantFacts facts, PlatformExposures.Exposure one) {
    return one.files()
        .map(f -> facts.evidence(f, State.EXPOSURE, words(one, "mounts files of the node")));
  }

  private static Optional<Evidence> network(
      TenantFacts facts, PlatformExposures.Exposure one, String what) {
    return one.network().map(f -> facts.evidence(f, State.EXPOSURE, words(one, what)));
  }

  private static Optional<Evidence> host(TenantFacts facts, PlatformExposures.Exposure one) {
    YamlCursor at = one.workload().pod().spec().get("runtimeClassName");
    return one.isOnHost()
        ? Optional.of(
            facts.evidence(
                one.workload(), at, State.EXPOSURE, words(one, "runs on the host kernel")))
        : Optional.empty();
  }

  private static String words(PlatformExposures.Exposure one, String what) {
    return "%s of the platform (%s), on the same nodes, %s"
        .formatted(one.workload().name(), one.workload().tenant(), what);
  }
}
