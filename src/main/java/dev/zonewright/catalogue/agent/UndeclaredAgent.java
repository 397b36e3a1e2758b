package dev.zonewright.catalogue.agent;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Agents;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.evidence.AgentSigns;
import dev.zonewright.kube.evidence.AgentSigns.Sign;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fields: names, images and variables that make a workload look like an AI agent. Accepted: the
 * label {@code zonewright.dev/workload} with any value: it says what the workload is. Whether it is
 * an agent is for people to say, so it is never more than undetermined.
 */
public final class UndeclaredAgent implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(UndeclaredAgent.class),
          Family.AGENT,
          "Undeclared agent",
          "A workload looks like an AI agent and does not say whether it is one",
          Severity.NOTE,
          EderaEffect.OPERATOR,
          List.of("Edera security reference architecture: AI agent isolation"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    List<Sign> signs = AgentSigns.of(pod);
    if (signs.isEmpty()) {
      return;
    }
    YamlCursor labels =
        pod.place().form().isComplete()
            ? pod.metadata().get("labels")
            : pod.object().root().get("metadata", "labels");
    reporter
        .undetermined(
            signs.getFirst().at(),
            "Looks like an AI agent (%s): until it says so, the controls on agents skip it"
                .formatted(signs.stream().map(Sign::words).collect(Collectors.joining(", "))))
        .settled(Severity.NOTE)
        .fix(
            Fix.review(
                "Declare it an agent",
                "that it is an agent is only a guess; the label restarts the pods, and the "
                    + "controls on agents then apply to them",
                editor -> editor.set(labels.get(Agents.LABEL).path(), YamlValue.of(Agents.VALUE))))
        .guidance(
            "If it is not an agent, say so with another value: %s: service."
                .formatted(Agents.LABEL));
  }
}
