package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import java.util.List;

/**
 * Fields: the rules of Roles and ClusterRoles; {@code roleRef} of bindings to a role that every
 * cluster has. Accepted: named Secrets, which a list returns only to those who select them by name.
 */
public final class SecretReadingAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          SecretReadingAccount.class,
          "Account that can read Secrets",
          "An account can read Secrets beyond named ones",
          Severity.MEDIUM);

  private static final Danger DANGER =
      new Danger(
          List.of(Ask.of(List.of("get", "list", "watch"), "", "secrets")),
          "read Secrets",
          Severity.MEDIUM,
          "Name the Secrets in resourceNames: without names, each of get, list and watch returns"
              + " every value.");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    DANGER.check(object, reporter);
  }
}
