package dev.zonewright.catalogue.pod;

import dev.zonewright.catalogue.pod.fix.Unprivileged;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodFields;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.List;

/**
 * Field: {@code securityContext.privileged} of a container. Accepted: unset or false. Default:
 * false. Kubernetes since 1.0; Pod Security Standards: baseline since 1.0.
 *
 * <p>Kubernetes refuses {@code allowPrivilegeEscalation: false} beside {@code privileged: true},
 * and beside an added capability written {@code CAP_SYS_ADMIN}; so the fix sets the two together,
 * and leaves escalation alone in that second case.
 */
public final class PrivilegedContainer implements Control.OnContainer {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(PrivilegedContainer.class),
          Family.POD,
          "Privileged container",
          "A container runs with every capability and every device",
          Severity.HIGH,
          EderaEffect.IN_ZONE,
          List.of(
              "Edera security reference architecture: Pod security",
              "Pod Security Standards: baseline, Privileged Containers",
              "CIS Kubernetes Benchmark 1.8: 5.2.2"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.container("securityContext.privileged"));
  }

  @Override
  public void check(ContainerView container, Reporter reporter) {
    YamlCursor at = container.securityContext().get("privileged");
    reporter
        .forbiddenWhenTrue(
            at,
            "privileged",
            "The container gets every capability, raw memory and the devices of whatever it runs"
                + " on: in a zone, the means to attack the hypervisor interface")
        .ifPresent(finding -> finding.fix(fix(container, at)));
  }

  private static Fix fix(ContainerView container, YamlCursor at) {
    YamlCursor escalation = container.securityContext().get("allowPrivilegeEscalation");
    boolean keepsEscalation =
        escalation.isFalse()
            || container.securityContext().get("capabilities", "add").items().stream()
                .anyMatch(c -> c.raw().equals("CAP_SYS_ADMIN"));
    if (keepsEscalation) {
      return Fix.review(
          "Set privileged to false" + Unprivileged.also(container),
          Unprivileged.REASON,
          editor -> {
            editor.set(at.path(), YamlValue.of(false));
            Unprivileged.takeAlong(editor, container);
          });
    }
    return Fix.review(
        "Set privileged and allowPrivilegeEscalation to false" + Unprivileged.also(container),
        Unprivileged.REASON,
        editor -> {
          editor.set(at.path(), YamlValue.of(false)).set(escalation.path(), YamlValue.of(false));
          Unprivileged.takeAlong(editor, container);
        });
  }
}
