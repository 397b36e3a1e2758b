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
        new RowBuilder(facts, "operator-network")
            .finding(Controls.HOST_NETWORK, State.EXPOSURE, "is outside NetworkPolicies")
            .said(Controls.OPEN_EGRESS, State.EXPOSURE)
            .said(Controls.OPEN_INGRESS, State.EXPOSURE)
            .said(Controls.CROSS_NAMESPACE_TRAFFIC, State.EXPOSURE)
            .orLine(State.IN_PLACE, "the opened policies isolate every workload in both directions")
            .line(State.NOT_VISIBLE, "whether the network plugin enforces NetworkPolicies")
            .build(),
        new RowBuilder(facts, "operator-api")
            .findingOr(
                Controls.MOUNTED_TOKEN,
                State.MISSING,
                "mounts a service-account token",
                "no workload mounts a service-account token automatically")
            .powers()
            .build(),
        new RowBuilder(facts, "operator-secrets")
            .said(Controls.LITERAL_CREDENTIAL, State.EXPOSURE)
            .said(Controls.CLOUD_CREDENTIAL, State.EXPOSURE)
            .said(Controls.SHARED_SECRET, State.EXPOSURE)
            .said(Controls.SHARED_VOLUME, State.EXPOSURE)
            .said(Controls.MOUNTED_SECRET, State.MISSING)
            .said(Controls.SECRET_IN_ENVIRONMENT, State.MISSING)
            .orLine(
                State.IN_PLACE, "no workload uses a Secret, and no credential is in the manifests")
            .build(),
        new RowBuilder(facts, "operator-node")
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
            .said(Controls.UNENFORCED_POD_SECURITY, State.MISSING)
            .admission()
            .build(),
        new RowBuilder(facts, "operator-limits")
            .quota(facts)
            .said(Controls.MISSING_LIMITS, State.MISSING)
            .orLine(State.IN_PLACE, "a quota limits the tenant, and every container has limits")
            .build());
  }
}
