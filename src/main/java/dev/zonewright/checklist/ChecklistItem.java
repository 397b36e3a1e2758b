package dev.zonewright.checklist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The 22 items, in the order of the source. Source: Edera security reference architecture,
 * Hardening checklist.
 */
public enum ChecklistItem {
  HOST_PATH_REFUSED(
      ChecklistGroup.ADMISSION,
      "hostPath volumes refused",
      "Admission refuses pods of the tenant that mount folders of the node"),
  HOST_NETWORK_REFUSED(
      ChecklistGroup.ADMISSION,
      "hostNetwork refused",
      "Admission refuses pods of the tenant on the node's network; Edera rejects them as well"),
  HOST_PID_REFUSED(
      ChecklistGroup.ADMISSION,
      "hostPID refused",
      "Admission refuses pods of the tenant that see the node's processes; Edera ignores the"
          + " field"),
  HOST_IPC_REFUSED(
      ChecklistGroup.ADMISSION,
      "hostIPC refused",
      "Admission refuses pods of the tenant in the node's IPC namespace; Edera ignores the field"),
  PRIVILEGED_REFUSED(
      ChecklistGroup.ADMISSION,
      "Privileged refused",
      "Admission refuses privileged pods of the tenant; who is excepted is on record"),
  CAPABILITIES_DROPPED(
      ChecklistGroup.ADMISSION,
      "All capabilities dropped",
      "Every container of the tenant drops all capabilities"),
  NO_TOKEN_BY_DEFAULT(
      ChecklistGroup.ADMISSION,
      "No token by default",
      "Pods of the tenant get a ServiceAccount token only where it is asked for"),
  EGRESS_DENIED_BY_DEFAULT(
      ChecklistGroup.NETWORK,
      "Egress denied by default",
      "A NetworkPolicy denies each pod of the tenant all egress that no rule opens"),
  NODE_PORTS_CLOSED(
      ChecklistGroup.NETWORK,
      "Node ports closed",
      "No rule opens the kubelet, SSH, kube-proxy or API server ports of nodes (10250, 22, 10249,"
          + " 6443)"),
  OTHER_NAMESPACES_CLOSED(
      ChecklistGroup.NETWORK,
      "Other namespaces closed",
      "Pods of other namespaces reach the tenant, and are reached by it, only where a rule says"
          + " so"),
  INTERNET_WHERE_NEEDED(
      ChecklistGroup.NETWORK,
      "Internet only where needed",
      "No rule opens the whole internet; the destinations that are needed are named"),
  NO_LASTING_CREDENTIALS(
      ChecklistGroup.SECRETS,
      "No lasting credentials",
      "No credential that lasts is mounted into pods of the tenant"),
  CLOUD_ACCESS_BY_IDENTITY(
      ChecklistGroup.SECRETS,
      "Cloud access by identity",
      "Workloads reach the cloud by workload identity (IRSA, Pod Identity), not by keys"),
  CREDENTIALS_FROM_A_STORE(
      ChecklistGroup.SECRETS,
      "Credentials from a store",
      "Database and API credentials come from an external store, by an operator"),
  TOKENS_SCOPED_AND_SHORT(
      ChecklistGroup.SECRETS,
      "Tokens scoped and short",
      "ServiceAccount tokens are bound to an audience and end soon"),
  ZONE_KERNEL_CURRENT(
      ChecklistGroup.EDERA,
      "Zone kernel kept current",
      "The zone kernel of every workload follows :latest or a version that is kept up to date"),
  FALCO_WITH_PLUGIN(
      ChecklistGroup.EDERA,
      "Falco with Edera plugin",
      "Falco runs on the nodes of Edera with the plugin that knows zones"),
  DOM0_RESTRICTED(
      ChecklistGroup.EDERA,
      "dom0 for few people only",
      "Only operators of the infrastructure have access to dom0"),
  XENSTORE_WRITES_ALERTED(
      ChecklistGroup.MONITORING,
      "Xenstore writes alerted",
      "Unexpected writes to Xenstore raise an alert"),
  ZONE_RESTARTS_WATCHED(
      ChecklistGroup.MONITORING,
      "Zone restarts watched",
      "How often zones crash and restart is monitored"),
  NODE_PORT_TRAFFIC_LOGGED(
      ChecklistGroup.MONITORING,
      "Node-port traffic logged",
      "Connections from pods to ports of nodes are logged"),
  XEN_DEVICE_RULES(
      ChecklistGroup.MONITORING,
      "Falco rules for Xen devices",
      "Falco has rules for access to the devices of Xen");

  private final ChecklistGroup group;
  private final String title;
  private final String sentence;

  ChecklistItem(ChecklistGroup group, String title, String sentence) {
    this.group = group;
    this.title = title;
    this.sentence = sentence;
  }

  /** As the JSON and the review file write it: {@code host-path-refused}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public ChecklistGroup group() {
    return group;
  }

  /** Its short name. */
  public String title() {
    return title;
  }

  /** What it asks for, in one sentence without a full stop. */
  public String sentence() {
    return sentence;
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(ChecklistItem::id).toList();
  }

  public static Optional<ChecklistItem> named(String id) {
    return Arrays.stream(values()).filter(i -> i.id().equals(id)).findFirst();
  }
}
