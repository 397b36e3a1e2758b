package dev.zonewright.risk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What risk is left for one tenant.
 *
 * @param level the worst of its rows that are assessed
 * @param verdict one sentence that says why the level is what it is
 * @param rule the published rule by which the level came about, in words
 * @param sharedResources the four things that tenants of a node share whatever the zones do
 * @param edera what Edera isolates, each row controlled only as far as the workloads run in zones
 * @param operator what the operator must isolate
 * @param agents one row a risk of AI agents; empty when the tenant has no agent
 */
public record TenantRisk(
    String tenant,
    ResidualLevel level,
    String verdict,
    String rule,
    int workloads,
    int inZone,
    List<RiskRow> sharedResources,
    List<RiskRow> edera,
    List<RiskRow> operator,
    List<RiskRow> agents) {
  public TenantRisk {
    sharedResources = List.copyOf(sharedResources);
    edera = List.copyOf(edera);
    operator = List.copyOf(operator);
    agents = List.copyOf(agents);
  }

  /** The worst level of the risks of its agents; empty when it has none. */
  public Optional<ResidualLevel> agentLevel() {
    return agents.isEmpty() ? Optional.empty() : Optional.of(LevelRule.worst(agents));
  }

  /** The four lists, each under its heading. */
  public List<Section> sections() {
    return List.of(
        new Section("What tenants still share", sharedResources),
        new Section("What Edera isolates", edera),
        new Section("What the operator must isolate", operator),
        new Section("AI agent", agents));
  }

  /** All rows, in the order of the four lists. */
  public List<RiskRow> rows() {
    return Stream.of(sharedResources, edera, operator, agents).flatMap(List::stream).toList();
  }

  /** Rows that belong together. */
  public record Section(String title, List<RiskRow> rows) {}
}
