package dev.zonewright.catalogue.network;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.network.policy.Direction;

/**
 * Objects: the NetworkPolicies of a tenant. Accepted: for each of its workloads one that isolates
 * egress, without a rule that opens everything again.
 */
public final class OpenEgress implements Control.OnTenant {
  private static final ControlInfo INFO =
      Sources.info(
          OpenEgress.class,
          "Open egress",
          "No NetworkPolicy limits what workloads connect to",
          Severity.HIGH);

  private static final AddedPolicy POLICY =
      new AddedPolicy(
          "default-deny-egress",
          "what the workloads connect to outside their namespace is not visible in manifests",
          (name, namespace, pods) -> NewPolicies.egress(name, namespace, pods));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(TenantView tenant, Reporter reporter) {
    OpenDirection.check(
        tenant,
        Direction.EGRESS,
        "connects to everything: other tenants, the internet, the ports of nodes, the metadata"
            + " service",
        "connect to everything: other tenants, the internet, the ports of nodes, the metadata"
            + " service",
        POLICY,
        "Every destination that is needed beyond DNS and its own namespace, including the API "
            + "server, then needs a rule. NodeLocal DNSCache needs one for its address.",
        reporter);
  }
}
