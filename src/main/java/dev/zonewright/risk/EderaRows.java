package dev.zonewright.risk;

import dev.zonewright.kube.ZoneState;
import dev.zonewright.risk.Evidence.State;
import java.util.List;

/**
 * What Edera isolates, as far as the workloads run in zones. Source: Edera security reference
 * architecture, What Edera isolates.
 */
final class EderaRows {
  private EderaRows() {}

  static List<RiskRow> of(TenantFacts facts) {
    return List.of(
        row(facts, "kernel", "with its own kernel")
            .findingOrUnseen(
                Controls.UNMANAGED_ZONE_KERNEL,
                State.MISSING,
                "names no managed zone kernel",
                "pins its zone kernel: who renews it")
            .build(),
        row(facts, "memory", "with its own memory").build(),
        row(facts, "cpu", "on its own virtual CPUs").build(),
        row(facts, "block-storage", "with its own disks")
            .finding(Controls.HOST_PATH_VOLUME, State.EXPOSURE, "mounts files of the node")
            .finding(
                Controls.DISALLOWED_VOLUME_TYPE,
                State.MISSING,
                "mounts a volume type that is not on the list")
            .build(),
        row(facts, "xenstore", "behind its access rules")
            .finding(Controls.PRIVILEGED_CONTAINER, State.MISSING, "has Xen's devices")
            .build(),
        row(facts, "pid-namespace", "with its own process list")
            .finding(Controls.HOST_PID, hostNamespace(facts), "asks for the host's processes")
            .build(),
        row(facts, "ipc-namespace", "with its own IPC")
            .finding(Controls.HOST_IPC, hostNamespace(facts), "asks for the host's IPC")
            .build());
  }

  /** In a zone hostPID and hostIPC are ignored; outside they are live. */
  private static State hostNamespace(TenantFacts facts) {
    return facts.in(ZoneState.HOST).isEmpty() ? State.MISSING : State.EXPOSURE;
  }

  private static RowBuilder row(TenantFacts facts, String id, String inZone) {
    return new RowBuilder(facts, "edera-" + id).zones("runs in a zone " + inZone);
  }
}
