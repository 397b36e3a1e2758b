package dev.zonewright.risk;

import dev.zonewright.risk.Evidence.State;
import java.util.List;

/**
 * The risks of AI agents, of the workloads that are declared to be agents. Source: Edera security
 * reference architecture, Agent-specific risks.
 */
final class AgentRows {
  private AgentRows() {}

  static List<RiskRow> of(TenantFacts tenant) {
    TenantFacts agents = tenant.agentsOnly();
    if (agents.workloads().isEmpty()) {
      return List.of();
    }
    return List.of(
        new RowBuilder(agents, "agent-code-execution")
            .zones("runs in a zone: what it runs stays there")
            .finding(Controls.PRIVILEGED_CONTAINER, State.MISSING, "is privileged in its zone")
            .finding(Controls.ADDED_CAPABILITY, State.MISSING, "adds a capability")
            .finding(
                Controls.UNDROPPED_CAPABILITIES, State.MISSING, "does not drop ALL capabilities")
            .build(),
        new RowBuilder(agents, "agent-tool-abuse")
            .zones("runs in a zone")
            .line(State.NOT_VISIBLE, "which tools the application lets the agent call")
            .build(),
        new RowBuilder(agents, "agent-credential-theft")
            .findingOr(
                Controls.MOUNTED_TOKEN,
                State.EXPOSURE,
                "mounts a service-account token",
                "no service-account token is mounted")
            .said(Controls.AGENT_SECRET, State.EXPOSURE)
            .said(Controls.LITERAL_CREDENTIAL, State.EXPOSURE)
            .said(Controls.CLOUD_CREDENTIAL, State.EXPOSURE)
            .said(Controls.MOUNTED_SECRET, State.EXPOSURE)
            .said(Controls.SECRET_IN_ENVIRONMENT, State.EXPOSURE)
            .build(),
        new RowBuilder(agents, "agent-persistence")
            .finding(Controls.HOST_PATH_VOLUME, State.EXPOSURE, "writes to files of the node")
            .said(Controls.PERSISTENT_STATE, State.EXPOSURE)
            .said(Controls.WRITABLE_ROOT, State.MISSING)
            .said(Controls.RESTARTING_AGENT, State.MISSING)
            .said(Controls.LONG_LIVED_AGENT, State.MISSING)
            .orLine(State.IN_PLACE, "the root is read-only, and nothing outlives the zone")
            .lines(EphemeralZone.of(agents))
            .build(),
        new RowBuilder(agents, "agent-exfiltration")
            .finding(Controls.HOST_NETWORK, State.EXPOSURE, "is outside NetworkPolicies")
            .saidOf(tenant, Controls.OPEN_EGRESS, State.EXPOSURE)
            .saidOf(tenant, Controls.INTERNET_EGRESS, State.EXPOSURE)
            .orLine(State.IN_PLACE, "egress is limited to named destinations")
            .build(),
        new RowBuilder(agents, "agent-exhaustion")
            .said(Controls.MISSING_LIMITS, State.MISSING)
            .quota(tenant)
            .orLine(State.IN_PLACE, "every container has limits, and a quota limits the tenant")
            .build(),
        new RowBuilder(agents, "agent-lateral-movement")
            .findingOr(
                Controls.MOUNTED_TOKEN,
                State.EXPOSURE,
                "mounts a service-account token",
                "no service-account token is mounted")
            .saidOf(tenant, Controls.OPEN_EGRESS, State.EXPOSURE)
            .saidOf(tenant, Controls.CROSS_NAMESPACE_TRAFFIC, State.EXPOSURE)
            .saidOf(tenant, Controls.REACHABLE_METADATA, State.EXPOSURE)
            .build());
  }
}
