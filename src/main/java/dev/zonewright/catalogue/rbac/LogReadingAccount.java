package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import java.util.List;

/**
 * Fields: the rules of Roles and ClusterRoles; {@code roleRef} of bindings to a role that every
 * cluster has. Accepted: no rule on {@code pods/log}.
 */
public final class LogReadingAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          LogReadingAccount.class,
          "Account that can read logs",
          "An account can read the logs of pods",
          Severity.LOW);

  private static final Danger DANGER =
      new Danger(
          List.of(Ask.of(List.of("get", "list"), "", "pods/log").orNamed()),
          "read what pods write to their logs",
          Severity.LOW,
          "Remove pods/log; collect logs on the node.");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    DANGER.check(object, reporter);
  }
}
