package dev.zonewright.checklist;

import dev.zonewright.kube.falco.KeyRule;
import dev.zonewright.risk.Evidence.State;
import java.util.List;

/**
 * The four items on monitoring. Falco's rules can show three of them; the restarts of zones show in
 * no manifest. Source: Edera security reference architecture, Hardening checklist and Monitoring.
 */
final class MonitoringItems {
  private MonitoringItems() {}

  static List<ItemResult> of(TenantEvidence facts, FalcoEvidence falco, Attested attested) {
    return List.of(
        falco
            .rule(new ItemBuilder(facts, ChecklistItem.XENSTORE_WRITES_ALERTED), KeyRule.XENBUS)
            .build(attested),
        new ItemBuilder(facts, ChecklistItem.ZONE_RESTARTS_WATCHED)
            .line(
                State.NOT_VISIBLE,
                "how often zones restart is watched outside the manifests that are judged")
            .build(attested),
        falco
            .rule(
                new ItemBuilder(facts, ChecklistItem.NODE_PORT_TRAFFIC_LOGGED), KeyRule.NODE_PORTS)
            .build(attested),
        falco
            .rule(new ItemBuilder(facts, ChecklistItem.XEN_DEVICE_RULES), KeyRule.XEN_DEVICES)
            .build(attested));
  }
}
