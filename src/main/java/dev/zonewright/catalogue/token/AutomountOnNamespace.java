package dev.zonewright.catalogue.token;

import static dev.zonewright.kube.ServiceAccounts.AUTOMOUNT;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.evidence.Ground;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPath;
import java.util.List;

/**
 * Field: {@code automountServiceAccountToken} on a Namespace, or in its metadata or spec. Accepted:
 * nowhere there. Kubernetes has the field on pods and ServiceAccounts only; on a Namespace it is
 * refused by strict validation (the default of {@code kubectl apply} since 1.27) or dropped.
 */
public final class AutomountOnNamespace implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(AutomountOnNamespace.class),
          Family.TOKEN,
          "Token setting on a Namespace",
          "A Namespace has no automountServiceAccountToken, so the setting does nothing",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of(
              "Edera security reference architecture: ServiceAccount token handling",
              "Kubernetes: Configure service accounts"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    for (YamlCursor at : ServiceAccounts.automountOn(object)) {
      boolean unmet = DefaultAccount.saysFalse(at);
      boolean add = unmet && DefaultAccount.isWanted(object, reporter.cluster());
      YamlPath path = at.path();
      reporter
          .violated(
              at,
              unmet
                  ? "A Namespace has no field %s, so this has no effect: pods of %s still get tokens"
                      .formatted(AUTOMOUNT, object.name())
                  : "A Namespace has no field %s, so this has no effect".formatted(AUTOMOUNT))
          .fix(
              Fix.judged(
                  add
                      ? "Set it to false on ServiceAccount default of the namespace instead"
                      : "Remove " + AUTOMOUNT,
                  add
                      ? AccountPods.ofDefault(object.name(), reporter)
                      : Ground.safe("the field has no effect here"),
                  editor -> {
                    editor.remove(path);
                    if (add) {
                      DefaultAccount.add(editor, object);
                    }
                  }))
          .guidance(
              "Only pods and ServiceAccounts have the field: set it on the accounts of the"
                  + " namespace, the one called default first.");
    }
  }
}
