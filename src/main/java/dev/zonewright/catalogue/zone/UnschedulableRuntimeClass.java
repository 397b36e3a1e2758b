package dev.zonewright.catalogue.zone;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlPlace;
import dev.zonewright.yaml.YamlValue;
import java.util.List;

/**
 * Field: {@code scheduling.nodeSelector} of a RuntimeClass whose handler is {@code edera}.
 * Accepted: any label. Default: none, so that every node is taken for one that has the handler.
 * Kubernetes since 1.16.
 */
public final class UnschedulableRuntimeClass implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(UnschedulableRuntimeClass.class),
          Family.ZONE,
          "Runtime class without nodes",
          "The RuntimeClass of Edera does not say which nodes have Edera",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of("Edera: Zones, runtime class", "Kubernetes: Runtime Class, Scheduling"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    if (!object.kind().equals("RuntimeClass")
        || object.isOfCustomKind()
        || !object.root().get("handler").raw().equals(ZoneState.HANDLER)) {
      return;
    }
    YamlCursor scheduling = object.root().get("scheduling");
    YamlCursor at = scheduling.get("nodeSelector");
    if (UnknownValue.hides(at)) {
      reporter.undetermined(
          at, "The nodes for pods of this class are given by a placeholder, or cannot be read");
    } else if (at.isSet() && !at.isMapping()) {
      reporter.wrongType(at, "nodeSelector", "a mapping");
    } else if (at.entries().isEmpty()) {
      reporter
          .violated(
              at,
              "Pods of this class may be sent to nodes without Edera, where they do not start: no"
                  + " scheduling.nodeSelector says which nodes have it")
          .place(
              scheduling.exists()
                  ? at.place()
                  : new YamlPlace(
                      object.root().get("handler").place().range(), at.place().missing()))
          .fix(
              Fix.review(
                  "Send its pods to nodes labelled runtime: edera",
                  "without a node with that label, no pod of the class starts",
                  editor ->
                      editor.set(
                          at.path(),
                          YamlValue.mapping("runtime", YamlValue.of(ZoneState.HANDLER)))));
    }
  }
}
