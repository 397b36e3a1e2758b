package dev.zonewright.catalogue.rbac;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import java.util.List;

/**
 * Fields: the rules of Roles and ClusterRoles; {@code roleRef} of bindings to a role that every
 * cluster has. Accepted: none of {@code nodes/proxy}, {@code pods/exec}, {@code pods/attach},
 * {@code pods/portforward}, approval of certificates, {@code serviceaccounts/token}.
 */
public final class NodeReachingAccount implements Control.OnObject {
  private static final ControlInfo INFO =
      Sources.info(
          NodeReachingAccount.class,
          "Account that can reach nodes or other pods",
          "An account can run commands in pods, reach kubelets, approve certificates or take"
              + " tokens",
          Severity.HIGH);

  private static final Danger DANGER =
      new Danger(
          List.of(
              Ask.ofCluster(List.of("get", "create", "update", "patch"), "", "nodes/proxy")
                  .orNamed(),
              Ask.of(List.of("create", "get"), "", "pods/exec", "pods/attach", "pods/portforward")
                  .orNamed(),
              Ask.ofCluster(
                      List.of("update", "patch"),
                      "certificates.k8s.io",
                      "certificatesigningrequests/approval")
                  .orNamed(),
              Ask.ofCluster(List.of("approve", "sign"), "certificates.k8s.io", "signers").orNamed(),
              Ask.of(List.of("create"), "", "serviceaccounts/token").orNamed()),
          "reach nodes, other pods or other identities",
          Severity.HIGH,
          "Remove the rule. People who need to look into pods do that with their own account, "
              + "for a limited time.");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    DANGER.check(object, reporter);
    DANGER.unknown(object, reporter);
  }
}
