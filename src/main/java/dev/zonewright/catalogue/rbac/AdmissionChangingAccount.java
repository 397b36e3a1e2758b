package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import java.util.List;

/**
 * Fields: the rules of Roles and ClusterRoles; {@code roleRef} of bindings to a role that every
 * cluster has. Accepted: no rule that writes admission webhooks, admission policies or Namespaces.
 */
public final class AdmissionChangingAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          AdmissionChangingAccount.class,
          "Account that can change admission",
          "An account can change webhooks, admission policies or the labels of Namespaces",
          Severity.HIGH);

  private static final Danger DANGER =
      new Danger(
          List.of(
              Ask.ofCluster(
                      Ask.CHANGE,
                      "admissionregistration.k8s.io",
                      "mutatingwebhookconfigurations",
                      "validatingwebhookconfigurations",
                      "validatingadmissionpolicies",
                      "validatingadmissionpolicybindings",
                      "mutatingadmissionpolicies",
                      "mutatingadmissionpolicybindings")
                  .orNamed(),
              Ask.of(List.of("update", "patch"), "", "namespaces").orNamed(),
              Ask.ofCluster(Ask.CHANGE, "kyverno.io", "clusterpolicies").orNamed(),
              Ask.of(Ask.CHANGE, "kyverno.io", "policies", "policyexceptions").orNamed()),
          "change what the cluster admits",
          Severity.HIGH,
          "Leave admission and Namespaces to the platform.");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    DANGER.check(object, reporter);
  }
}
