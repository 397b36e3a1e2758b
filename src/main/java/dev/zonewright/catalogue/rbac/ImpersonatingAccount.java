package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import java.util.List;

/**
 * Fields: the rules of Roles and ClusterRoles; {@code roleRef} of bindings to a role that every
 * cluster has. Accepted: no verb {@code impersonate}.
 */
public final class ImpersonatingAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          ImpersonatingAccount.class,
          "Account that can act as others",
          "An account can impersonate users, groups or accounts",
          Severity.HIGH);

  private static final Danger DANGER =
      new Danger(
          List.of(
              Ask.ofCluster(List.of("impersonate"), "", "users", "groups").orNamed(),
              Ask.of(List.of("impersonate"), "", "serviceaccounts").orNamed(),
              Ask.ofCluster(
                      List.of("impersonate"), "authentication.k8s.io", "uids", "userextras/scopes")
                  .orNamed()),
          "act as others",
          Severity.HIGH,
          "Remove the verb impersonate.");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    DANGER.check(object, reporter);
  }
}
