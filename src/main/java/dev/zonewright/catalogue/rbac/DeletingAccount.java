package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import java.util.List;

/**
 * Fields: the rules of Roles and ClusterRoles; {@code roleRef} of bindings to a role that every
 * cluster has. Accepted: no {@code delete} beyond named objects.
 */
public final class DeletingAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          DeletingAccount.class,
          "Account that can delete workloads",
          "An account can delete Secrets, pods or workloads",
          Severity.LOW);

  private static final Danger DANGER =
      new Danger(
          List.of(
              Ask.of(Ask.DELETE, "", "secrets", "pods", "replicationcontrollers").orNamed(),
              Ask.of(Ask.DELETE, "apps", "deployments", "statefulsets", "daemonsets", "replicasets")
                  .orNamed(),
              Ask.of(Ask.DELETE, "batch", "jobs", "cronjobs").orNamed()),
          "delete Secrets, pods or workloads",
          Severity.LOW,
          "Remove delete and deletecollection, or name the objects.");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    DANGER.check(object, reporter);
  }
}
