package dev.zonewright.catalogue.network;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.control.TenantView;
import dev.zonewright.kube.network.policy.Direction;

/**
 * Objects: the NetworkPolicies of a tenant. Accepted: for each of its workloads one that isolates
 * ingress, without a rule that opens everything again.
 */
public final class OpenIngress implements Control.OnTenant {
  private static final ControlInfo INFO =
      Sources.info(
          OpenIngress.class,
          "Open ingress",
          "No NetworkPolicy limits who connects to workloads",
          Severity.MEDIUM);

  private static final AddedPolicy POLICY =
      new AddedPolicy(
          "default-deny-ingress",
          "who connects from outside the namespace is not visible in manifests",
          (name, namespace, pods) -> NewPolicies.ingress(name, namespace, pods));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(TenantView tenant, Reporter reporter) {
    OpenDirection.check(
        tenant,
        Direction.INGRESS,
        "accepts connections from every pod of every tenant",
        "accept connections from every pod of every tenant",
        POLICY,
        "Anything that must connect from outside the namespace, such as an ingress controller or "
            + "a metrics collector, then needs a rule.",
        reporter);
  }
}
