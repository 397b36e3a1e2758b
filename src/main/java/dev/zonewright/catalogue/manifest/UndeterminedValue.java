package dev.zonewright.catalogue.manifest;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.control.Unjudged;
import dev.zonewright.kube.ContainerView;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodFields;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/**
 * Fields: those that other controls say they read, see {@link
 * dev.zonewright.control.Control#reads}. Accepted: a value. A placeholder is one for somebody else
 * to fill in; below text or a list, but must be a mapping, there is nothing to read. The controls
 * that would read the value are silent then, and this one speaks for them, once.
 */
public final class UndeterminedValue implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(UndeterminedValue.class),
          Family.MANIFEST,
          "Undetermined value",
          "A value that matters for security is a placeholder, or cannot be read",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of(
              "Zonewright: undetermined is never a pass",
              "Edera security reference architecture: Pod security"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    List<PodView> pods = PodViews.of(object);
    PodFields fields = reporter.fieldsRead();
    for (PodView pod : pods) {
      fields.unknownIn(pod).forEach(unknown -> report(unknown, "", reporter));
      for (ContainerView container : pod.containers()) {
        fields.unknownIn(container).forEach(unknown -> report(unknown, container.name(), reporter));
      }
    }
    // a template that is itself a placeholder holds no pod to walk
    if (pods.stream().noneMatch(pod -> pod.spec().isMapping())) {
      PodViews.specPath(object)
          .ifPresent(path ->
              PodFields.unknownOn(object.root(), path)
                  .forEach(unknown -> report(unknown, "", reporter).unjudged(Unjudged.ALL)));
    }
    fields.unknownIn(object).forEach(unknown -> report(unknown, "", reporter));
  }

  private static Reporter.FindingBuilder report(
      PodFields.Unknown unknown, String container, Reporter reporter) {
    return reporter
        .undetermined(unknown.at(), message(unknown.at(), unknown.obstacle()))
        .unjudged(Unjudged.by(unknown.readers()))
        .container(container)
        .guidance(
            unknown.obstacle() == PodFields.Obstacle.PLACEHOLDER
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
              + ": what it becomes decides, and that is not known here";
      case NO_MAPPING ->
          "%s is %s, but must be a mapping: nothing below it can be judged"
              .formatted(name, UnknownValue.quoted(at));
      case NO_LIST ->
          "%s is %s, but must be a list: nothing in it can be judged"
              .formatted(name, UnknownValue.quoted(at));
    };
  }
}
