package dev.zonewright.catalogue.agent;

import dev.zonewright.catalogue.added.TaskJob;
import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Reporter.FindingBuilder;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Agents;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.Set;

/**
 * Field: {@code spec.restartPolicy} of an agent's pod, where the kind lets it be chosen: a Pod, a
 * Job, a CronJob. Accepted: Never. Default: Always. Other workloads must restart their pods; they
 * are told of by {@link LongLivedAgent}.
 */
public final class RestartingAgent implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(RestartingAgent.class),
          Family.AGENT,
          "Agent that is restarted",
          "An agent's pod is restarted after it ends, whatever the reason",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of("Edera security reference architecture: AI agent isolation"));

  private static final Set<String> KINDS = Set.of("Pod", "Job", "CronJob");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    YamlCursor at = pod.spec().get("restartPolicy");
    boolean chooses = KINDS.contains(pod.object().kind()) && !pod.object().isOfCustomKind();
    if (!chooses || !Agents.isDeclared(pod) || UnknownValue.hides(at)) {
      return;
    }
    if (at.string().orElse("").equals("Never")) {
      return;
    }
    boolean isPod = pod.object().kind().equals("Pod");
    boolean hasJob =
        isPod
            && reporter
                .cluster()
                .object("Job", pod.object().namespace(), TaskJob.name(pod.object()))
                .isPresent();
    String now =
        (at.isSet() ? "restartPolicy is %s".formatted(at.raw()) : "Kubernetes restarts it")
            + (hasJob ? ", in addition to its Job" : "");
    FindingBuilder finding =
        reporter
            .violated(
                at,
                "%s: an agent that was taken over and ends is restarted, with what it left behind"
                    .formatted(now))
            .fix(
                Fix.review(
                    "Set restartPolicy to Never",
                    "an agent that fails stays stopped until something starts it again",
                    editor -> editor.set(at.path(), YamlValue.of("Never"))));
    if (isPod && !hasJob) {
      finding = finding.fix(TaskJob.of(pod.object(), pod));
    }
    finding.guidance(
        hasJob
            ? "Remove this Pod once the Job is in its place."
            : "Whatever starts the agent must then notice that it ended, and start the next task.");
  }
}
