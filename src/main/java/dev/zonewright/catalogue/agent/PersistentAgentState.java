package dev.zonewright.catalogue.agent;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Agents;
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.yaml.YamlCursor;
import java.util.List;

/**
 * Fields: {@code volumes[*].persistentVolumeClaim} and {@code volumes[*].hostPath} of an agent's
 * pod; {@code spec.volumeClaimTemplates} of its StatefulSet or Sandbox. Accepted: none. A generic
 * ephemeral volume ends with the pod, and is fine.
 */
public final class PersistentAgentState implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(PersistentAgentState.class),
          Family.AGENT,
          "Agent that keeps state",
          "An agent writes to storage that outlives its zone",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of("Edera security reference architecture: AI agent isolation"));

  private static final String GUIDANCE =
      "Use the ephemeral zone pattern: mount only the input of the task, let the agent work in an"
          + " emptyDir, copy the result out, and destroy the zone.";

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    for (PodView pod : PodViews.of(object)) {
      if (Agents.isDeclared(pod)) {
        pod.spec().get("volumes").items().forEach(volume -> volume(volume, pod, reporter));
        object
            .root()
            .get("spec", "volumeClaimTemplates")
            .items()
            .forEach(claim -> report(claim, "a claim that outlives the pod", pod, reporter));
      }
    }
  }

  private static void volume(YamlCursor volume, PodView pod, Reporter reporter) {
    YamlCursor claim = volume.get("persistentVolumeClaim");
    if (claim.isMapping()) {
      boolean readOnly = claim.get("readOnly").isTrue();
      if (!readOnly) {
        report(claim, "claim %s".formatted(claim.get("claimName").raw()), pod, reporter);
      }
    } else if (volume.get("hostPath").isMapping()) {
      report(volume.get("hostPath"), "a folder of the node", pod, reporter);
    }
  }

  private static void report(YamlCursor at, String what, PodView pod, Reporter reporter) {
    reporter
        .violated(
            at,
            "The agent can write to %s: what it leaves there outlives the %s and affects the next"
                    .formatted(
                        what,
                        ZoneState.of(pod, reporter.cluster()) == ZoneState.EDERA ? "zone" : "pod")
                + " task")
        .guidance(GUIDANCE);
  }
}
