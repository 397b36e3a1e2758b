package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import java.util.List;

/**
 * Fields: the rules of Roles and ClusterRoles; {@code roleRef} of bindings to a role that every
 * cluster has. Accepted: no {@code delete} on events.
 */
public final class EventDeletingAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          EventDeletingAccount.class,
          "Account that can delete events",
          "An account can delete events",
          Severity.LOW);

  private static final Danger DANGER =
      new Danger(
          List.of(
              Ask.of(Ask.DELETE, "", "events").orNamed(),
              Ask.of(Ask.DELETE, "events.k8s.io", "events").orNamed()),
          "delete events, and with them what happened",
          Severity.LOW,
          "Remove the verbs: events expire by themselves.");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    DANGER.check(object, reporter);
  }
}
