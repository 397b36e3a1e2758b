package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import java.util.List;

/**
 * Fields: the rules of Roles and ClusterRoles; {@code roleRef} of bindings to a role that every
 * cluster has. Accepted: no rule that writes or deletes network policies, of Kubernetes, Cilium or
 * Calico.
 */
public final class NetworkChangingAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          NetworkChangingAccount.class,
          "Account that can change NetworkPolicies",
          "An account can change or remove NetworkPolicies",
          Severity.HIGH);

  private static final Danger DANGER =
      new Danger(
          List.of(
              Ask.of(Ask.CHANGE, "networking.k8s.io", "networkpolicies").orNamed(),
              Ask.ofCluster(
                      Ask.CHANGE,
                      "policy.networking.k8s.io",
                      "adminnetworkpolicies",
                      "baselineadminnetworkpolicies",
                      "clusternetworkpolicies")
                  .orNamed(),
              Ask.of(Ask.CHANGE, "cilium.io", "ciliumnetworkpolicies").orNamed(),
              Ask.ofCluster(Ask.CHANGE, "cilium.io", "ciliumclusterwidenetworkpolicies").orNamed(),
              Ask.of(Ask.CHANGE, "projectcalico.org", "networkpolicies", "globalnetworkpolicies")
                  .orNamed(),
              Ask.of(
                      Ask.CHANGE,
                      "crd.projectcalico.org",
                      "networkpolicies",
                      "globalnetworkpolicies")
                  .orNamed()),
          "open the network",
          Severity.HIGH,
          "Leave NetworkPolicies to the account that rolls them out.");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    DANGER.check(object, reporter);
  }
}
