package dev.zonewright.catalogue.manifest;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.ServiceAccounts;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;
import java.util.Map;

/**
 * Fields: those that other controls read, as {@link PodFields} lists them, and those of the objects
 * that pods refer to. Accepted: a value. A placeholder is one for somebody else to fill in; below
 * text or a list, where a mapping must stand, there is nothing to read. The controls that would
 * read the value are silent then, and this one speaks for them, once.
 */
public final class UndeterminedValue implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(UndeterminedValue.class),
          Family.MANIFEST,
          "Undetermined value",
          "A value that decides about security is a placeholder, or cannot be read",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of(
              "Zonewright: undetermined is never a pass",
              "Edera security reference architecture: Pod security"));

  // fields of other objects that decide about the pods which refer to them
  private static final Map<String, String> REFERRED =
      Map.of(
          "ServiceAccount", ServiceAccounts.AUTOMOUNT,
          "Secret", "type",
          "RuntimeClass", "handler");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    List<PodView> pods = PodViews.of(object);
    for (PodView pod : pods) {
      PodFields.unknownIn(pod).forEach((at, obstacle) -> report(at, obstacle, "", reporter));
      for (ContainerView container : pod.containers()) {
        PodFields.unknownIn(container)
            .forEach((at, obstacle) -> report(at, obstacle, container.name(), reporter));
      }
    }
    // a template that is itself a placeholder holds no pod to walk
    if (pods.stream().noneMatch(pod -> pod.spec().isMapping())) {
      PodViews.specPath(object)
          .ifPresent(path ->
              PodFields.unknownOn(object.root(), path, true)
                  .forEach((at, obstacle) -> report(at, obstacle, "", reporter)));
    }
    String field = REFERRED.get(object.kind());
    if (field != null) {
      PodFields.unknownOn(object.root(), List.of(field), false)
          .forEach((at, obstacle) -> report(at, obstacle, "", reporter));
    }
  }

  private static void report(
      YamlCursor at, PodFields.Obstacle obstacle, String container, Reporter reporter) {
    reporter
        .undetermined(at, message(at, obstacle))
        .container(container)
        .guidance(
            obstacle == PodFields.Obstacle.PLACEHOLDER
                ? "Render the manifest and open the result, or write the value."
                : "Correct the value; Kubernetes refuses the object as it is.");
  }

  private static String message(YamlCursor at, PodFields.Obstacle obstacle) {
    String name = at.key().isEmpty() ? "An item" : at.key();
    return switch (obstacle) {
      case PLACEHOLDER ->
          (at.isScalar()
                  ? name + " is the placeholder " + UnknownValue.quoted(at)
                  : name + " is a template that was not rendered")
              + ": what it becomes decides, and is not known here";
      case NO_MAPPING ->
          "%s is %s, where a mapping must stand: nothing below it can be judged"
              .formatted(name, UnknownValue.quoted(at));
      case NO_LIST ->
          "%s is %s, where a list must stand: nothing in it can be judged"
              .formatted(name, UnknownValue.quoted(at));
    };
  }
}
