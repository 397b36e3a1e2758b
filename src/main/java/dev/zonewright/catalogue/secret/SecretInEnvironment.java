package dev.zonewright.catalogue.secret;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.secret.SecretKind;
import dev.zonewright.kube.secret.SecretUse;
import dev.zonewright.kube.secret.Supply;
import java.util.List;
import java.util.Optional;

/**
 * Fields: {@code env[*].valueFrom.secretKeyRef} and {@code envFrom[*].secretRef} of every
 * container. Accepted: none; a Secret that an opened object fills from a store or renews is one
 * step less severe.
 */
public final class SecretInEnvironment implements Control.OnContainer {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(SecretInEnvironment.class),
          Family.SECRET,
          "Secret in a variable",
          "A Secret is passed to the container as environment variables",
          Severity.MEDIUM,
          EderaEffect.HONOURS,
          List.of(
              "Edera security reference architecture: Secrets management",
              "CIS Kubernetes Benchmark 1.8: 5.4.1"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public List<PodFields.Field> reads() {
    return List.of(PodFields.container("env[]{}"), PodFields.container("envFrom[]{}"));
  }

  @Override
  public void check(ContainerView container, Reporter reporter) {
    for (SecretUse use : SecretUse.variablesOf(container)) {
      Optional<Supply> supply = SecretReport.supply(use, container.pod(), reporter);
      SecretKind kind = SecretReport.kind(use, container.pod(), supply, variable(use), reporter);
      String name = use.secret().isEmpty() ? "a Secret" : "Secret " + use.secret();
      String what =
          use.way() == SecretUse.Way.ALL_VARIABLES
              ? "All keys of %s become variables".formatted(name)
              : "Variable %s is filled from %s".formatted(variable(use), name);
      reporter
          .violated(
              use.name(),
              "%s: every process of the container, its crash dumps and its children have it"
                      .formatted(what)
                  + SecretReport.origin(supply))
          .severity(SecretReport.severity(container.pod(), supply))
          .guidance(kind.advice());
    }
  }

  private static String variable(SecretUse use) {
    return use.way() == SecretUse.Way.VARIABLE
        ? use.name()
            .parent()
            .flatMap(ref -> ref.parent())
            .flatMap(from -> from.parent())
            .map(env -> env.get("name").raw())
            .orElse("")
        : "";
  }
}
