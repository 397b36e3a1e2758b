package dev.zonewright.risk;

import dev.zonewright.risk.Evidence.State;
import java.util.List;

/**
 * What the operator must isolate. Source: Edera security reference architecture, What operators
 * must isolate.
 */
final class OperatorRows {
  private OperatorRows() {}

  static List<RiskRow> of(TenantFacts facts) {
    return List.of(
        new RowBuilder(facts, "operator-network", "Network between tenants")
            .finding(Controls.HOST_NETWORK, State.EXPOSURE, "is outside NetworkPolicies")
            .line(State.NOT_ASSESSED, "NetworkPolicies are not assessed yet")
            .build(),
        new RowBuilder(facts, "operator-api", "Kubernetes API")
            .findingOr(
                Controls.MOUNTED_TOKEN,
                State.MISSING,
                "mounts a service-account token",
                "no workload mounts a service-account token unasked")
            .line(State.NOT_ASSESSED, "what the accounts may do is not assessed yet")
            .build(),
        new RowBuilder(facts, "operator-secrets", "Secrets")
            .line(State.NOT_ASSESSED, "mounted and literal secrets are not assessed yet")
            .build(),
        new RowBuilder(facts, "operator-node", "Node access")
            .findingOr(
                Controls.HOST_PATH_VOLUME,
                State.EXPOSURE,
                "mounts files of the node",
                "no workload mounts files of the node")
            .findingOr(
                Controls.HOST_NETWORK,
                State.EXPOSURE,
                "uses the node's network",
                "no workload uses the node's network")
            .line(State.NOT_VISIBLE, "whether admission refuses such pods in this cluster")
            .build(),
        new RowBuilder(facts, "operator-limits", "Resource limits")
            .line(State.NOT_ASSESSED, "quotas and limits are not assessed yet")
            .build());
  }
}
