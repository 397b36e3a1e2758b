package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import java.util.List;

/**
 * Fields: the rules of Roles and ClusterRoles; {@code roleRef} of bindings to a role that every
 * cluster has. Accepted: no rule that writes PersistentVolumes.
 */
public final class VolumeCreatingAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          VolumeCreatingAccount.class,
          "Account that can create PersistentVolumes",
          "An account can create or change PersistentVolumes, which can be folders of a node",
          Severity.HIGH);

  private static final Danger DANGER =
      new Danger(
          List.of(Ask.ofCluster(Ask.WRITE, "", "persistentvolumes").orNamed()),
          "create PersistentVolumes, which can be folders of a node",
          Severity.HIGH,
          "Leave volumes to a provisioner; claims need no such right.");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    DANGER.check(object, reporter);
  }
}
