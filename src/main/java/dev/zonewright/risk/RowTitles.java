package dev.zonewright.risk;

import java.util.Map;

/**
 * What people call the rows of the residual risk, for versions that hold no more than their ids.
 */
public final class RowTitles {
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("agent-code-execution", "Code execution"),
          Map.entry("agent-tool-abuse", "Tool abuse"),
          Map.entry("agent-credential-theft", "Credential theft"),
          Map.entry("agent-persistence", "Persistence"),
          Map.entry("agent-exfiltration", "Data exfiltration"),
          Map.entry("agent-exhaustion", "Resource exhaustion"),
          Map.entry("agent-lateral-movement", "Lateral movement"),
          Map.entry("edera-kernel", "Kernel"),
          Map.entry("edera-memory", "Memory"),
          Map.entry("edera-cpu", "CPU"),
          Map.entry("edera-block-storage", "Block storage"),
          Map.entry("edera-xenstore", "Xenstore"),
          Map.entry("edera-pid-namespace", "Process list"),
          Map.entry("edera-ipc-namespace", "Shared memory (IPC)"),
          Map.entry("operator-network", "Network between tenants"),
          Map.entry("operator-api", "Kubernetes API"),
          Map.entry("operator-secrets", "Secrets"),
          Map.entry("operator-node", "Node access"),
          Map.entry("operator-limits", "Resource limits"),
          Map.entry("dom0-kernel", "dom0 kernel"),
          Map.entry("physical-hardware", "Physical hardware"),
          Map.entry("network-fabric", "CNI, network fabric"),
          Map.entry("node-kubelet", "Node kubelet"));

  private RowTitles() {}

  /** The title of a row; its id where another version of this program had one that is not known. */
  public static String of(String id) {
    return TITLES.getOrDefault(id, id);
  }
}
