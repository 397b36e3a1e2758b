package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import java.util.List;

/**
 * Fields: the rules of Roles and ClusterRoles; {@code roleRef} of bindings to a role that every
 * cluster has. Accepted: no rule that writes roles or bindings, and no {@code bind} or {@code
 * escalate}.
 */
public final class RightsChangingAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          RightsChangingAccount.class,
          "Account that can change rights",
          "An account can change roles and bindings",
          Severity.HIGH);

  private static final Danger DANGER =
      new Danger(
          List.of(
              Ask.of(Ask.WRITE, "rbac.authorization.k8s.io", "rolebindings", "roles").orNamed(),
              Ask.ofCluster(
                  Ask.WRITE, "rbac.authorization.k8s.io", "clusterrolebindings", "clusterroles"),
              Ask.of(
                      List.of("bind", "escalate"),
                      "rbac.authorization.k8s.io",
                      "roles",
                      "clusterroles")
                  .orNamed()),
          "change what accounts may do",
          Severity.HIGH,
          "Remove the rule, or leave it to the account that installs.");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    DANGER.check(object, reporter);
  }
}
