package dev.zonewright.checklist;

import dev.zonewright.analysis.LocatedObject;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.Evidence.State;
import java.util.List;
import java.util.Optional;

/**
 * The four items on the network: they rest on the findings of the network controls, which judge the
 * union of all opened NetworkPolicies. Source: Edera security reference architecture, Hardening
 * checklist.
 */
final class NetworkItems {
  private static final String EGRESS = "open-egress";
  private static final String INGRESS = "open-ingress";
  private static final String HOST_NETWORK = "host-network";

  private NetworkItems() {}

  static List<ItemResult> of(TenantEvidence facts, Attested attested) {
    return List.of(
        item(facts, ChecklistItem.EGRESS_DENIED_BY_DEFAULT, EGRESS, HOST_NETWORK).build(attested),
        item(facts, ChecklistItem.NODE_PORTS_CLOSED, "reachable-node-port", EGRESS, HOST_NETWORK)
            .build(attested),
        item(
                facts,
                ChecklistItem.OTHER_NAMESPACES_CLOSED,
                "cross-namespace-traffic",
                INGRESS,
                EGRESS,
                HOST_NETWORK)
            .build(attested),
        item(facts, ChecklistItem.INTERNET_WHERE_NEEDED, "unrestricted-internet-egress", EGRESS)
            .build(attested));
  }

  private static ItemBuilder item(TenantEvidence facts, ChecklistItem which, String... controls) {
    ItemBuilder item = new ItemBuilder(facts, which).against(controls);
    if (facts.workloads().isEmpty()) {
      return item.isEmpty()
          ? item.line(State.NOT_VISIBLE, "no workload of the tenant is opened")
          : item;
    }
    if (!item.isEmpty()) {
      return item;
    }
    Optional<LocatedObject> policy =
        facts.ofKind("NetworkPolicy").stream().findFirst().or(() -> facts.cluster().network());
    return item.add(
        policy
            .map(p ->
                facts.at(
                    p,
                    p.object().root().get("metadata", "name"),
                    State.IN_PLACE,
                    words(which)
                        .formatted(p.object().label(), Words.workloads(facts.workloads().size()))))
            .orElseGet(() ->
                new Evidence(
                    State.NOT_VISIBLE,
                    "no NetworkPolicy of %s is opened".formatted(facts.tenant()),
                    Optional.empty())));
  }

  /** What speaks for an item; of no policy can it be said that it closes the pod's own node. */
  private static String words(ChecklistItem which) {
    return switch (which) {
      case EGRESS_DENIED_BY_DEFAULT ->
          "%s: the opened policies isolate the egress of %s; what their rules still open is"
              + " judged below";
      case NODE_PORTS_CLOSED ->
          "%s: the opened policies select %s and open no port of a node. The pod's own node stays"
              + " reachable whatever they say, as Kubernetes documents";
      default -> "%s: the opened policies select %s and open nothing of this";
    };
  }
}
