package dev.zonewright.checklist;

import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.risk.Evidence.State;
import java.util.List;

/** The three items on Edera. Source: Edera security reference architecture, Hardening checklist. */
final class EderaItems {
  private EderaItems() {}

  static List<ItemResult> of(TenantEvidence facts, FalcoEvidence falco, Attested attested) {
    return List.of(
        kernel(facts).build(attested),
        falco.plugin(new ItemBuilder(facts, ChecklistItem.FALCO_WITH_PLUGIN)).build(attested),
        new ItemBuilder(facts, ChecklistItem.DOM0_RESTRICTED)
            .line(State.NOT_VISIBLE, "who has access to dom0 shows in no manifest")
            .build(attested));
  }

  private static ItemBuilder kernel(TenantEvidence facts) {
    ItemBuilder item =
        new ItemBuilder(facts, ChecklistItem.ZONE_KERNEL_CURRENT).against("unmanaged-zone-kernel");
    List<Workload> zoned =
        facts.workloads().stream().filter(w -> w.zone() == ZoneState.EDERA).toList();
    if (zoned.isEmpty()) {
      return item.isEmpty()
          ? item.line(State.NOT_VISIBLE, "no opened workload of the tenant runs in a zone")
          : item;
    }
    if (!item.isEmpty()) {
      return item;
    }
    Workload first = zoned.getFirst();
    return item.add(
        facts.at(
            first,
            first.pod().spec().get("runtimeClassName"),
            State.IN_PLACE,
            zoned.size() == 1
                ? "the zone of " + first.name() + " follows a kernel that is kept current"
                : "the zones of %,d workloads follow a kernel that is kept current"
                    .formatted(zoned.size())));
  }
}
