package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import java.util.List;

/**
 * Fields: the rules of Roles and ClusterRoles; {@code roleRef} of bindings to a role that every
 * cluster has. Accepted: no rule on ConfigMaps that counts in kube-system.
 */
public final class DnsChangingAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          DnsChangingAccount.class,
          "Account that can change DNS",
          "An account can change the DNS configuration of the cluster",
          Severity.HIGH);

  private static final Danger DANGER =
      new Danger(
          List.of(Ask.of(Ask.CHANGE, "", "configmaps").orNamed()),
          "change ConfigMaps of kube-system, the DNS configuration among them",
          Severity.HIGH,
          "Bind the role in the namespace where it is needed; in kube-system name the ConfigMaps.");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    DANGER.check(object, holder -> holder.reaches("kube-system"), _ -> false, reporter);
  }
}
