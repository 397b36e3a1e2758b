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
        new RowBuilder(agents, "agent-code-execution", "Injected code runs")
            .zones("in a zone: what it runs stays there")
            .finding(Controls.PRIVILEGED_CONTAINER, State.MISSING, "is privileged in its zone")
            .finding(Controls.ADDED_CAPABILITY, State.MISSING, "adds a capability")
            .finding(
                Controls.UNDROPPED_CAPABILITIES, State.MISSING, "does not drop ALL capabilities")
            .build(),
        new RowBuilder(agents, "agent-tool-abuse", "Tools are abused")
            .zones("in a zone")
            .line(State.NOT_VISIBLE, "which tools the application lets the agent call")
            .build(),
        new RowBuilder(agents, "agent-credential-theft", "Credentials are stolen")
            .findingOr(
                Controls.MOUNTED_TOKEN,
                State.EXPOSURE,
                "mounts a service-account token",
                "no service-account token is mounted")
            .line(State.NOT_ASSESSED, "mounted and literal secrets are not assessed yet")
            .build(),
        new RowBuilder(agents, "agent-persistence", "Something is left behind")
            .finding(Controls.HOST_PATH_VOLUME, State.EXPOSURE, "writes to files of the node")
            .line(State.NOT_ASSESSED, "read-only root and lasting volumes are not assessed yet")
            .build(),
        new RowBuilder(agents, "agent-exfiltration", "Data leaves")
            .finding(Controls.HOST_NETWORK, State.EXPOSURE, "is outside NetworkPolicies")
            .line(State.NOT_ASSESSED, "egress is not assessed yet")
            .build(),
        new RowBuilder(agents, "agent-exhaustion", "Resources run out")
            .line(State.NOT_ASSESSED, "limits are not assessed yet")
            .build(),
        new RowBuilder(agents, "agent-lateral-movement", "Other services are reached")
            .findingOr(
                Controls.MOUNTED_TOKEN,
                State.EXPOSURE,
                "mounts a service-account token",
                "no service-account token is mounted")
            .line(State.NOT_ASSESSED, "NetworkPolicies are not assessed yet")
            .build());
  }
}
