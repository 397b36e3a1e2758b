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
import dev.zonewright.kube.KubeObject;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.PodViews;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.yaml.YamlCursor;
import dev.zonewright.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fields: {@code kind} of an agent's workload; {@code spec.activeDeadlineSeconds} of its Job.
 * Accepted: a Pod, or a Job or CronJob with a deadline. Default: no deadline.
 */
public final class LongLivedAgent implements Control.OnObject {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(LongLivedAgent.class),
          Family.AGENT,
          "Agent without an end",
          "An agent runs until somebody stops it, task after task in the same zone",
          Severity.MEDIUM,
          EderaEffect.OPERATOR,
          List.of("Edera security reference architecture: AI agent isolation"));

  private static final String DEADLINE = "activeDeadlineSeconds";
  private static final int AN_HOUR = 3600;
  private static final Set<String> FOR_EVER =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController");

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(KubeObject object, Reporter reporter) {
    List<PodView> pods = PodViews.of(object);
    if (object.isOfCustomKind() || pods.isEmpty() || !Agents.isDeclared(pods.getFirst())) {
      return;
    }
    if (FOR_EVER.contains(object.kind())) {
      forEver(object, pods.getFirst(), reporter);
      return;
    }
    YamlCursor job =
        switch (object.kind()) {
          case "Job" -> object.root().get("spec");
          case "CronJob" -> object.root().get("spec", "jobTemplate").get("spec");
          default -> null;
        };
    if (job == null) {
      return;
    }
    YamlCursor at = job.get(DEADLINE);
    boolean inPod = pods.getFirst().spec().get(DEADLINE).isSet();
    if (!at.isSet() && !inPod && !UnknownValue.hides(at)) {
      reporter
          .violated(at, "The Job has no deadline: an agent that was taken over runs forever")
          .fix(
              Fix.review(
                  "Set activeDeadlineSeconds to 3600",
                  "how long a task takes is not visible in manifests: it is stopped after an hour",
                  editor -> editor.set(at.path(), YamlValue.of(AN_HOUR))))
          .guidance("Choose a deadline that fits the longest task.");
    }
  }

  private static void forEver(KubeObject object, PodView pod, Reporter reporter) {
    Optional<KubeObject> job =
        reporter.cluster().object("Job", object.namespace(), TaskJob.name(object));
    FindingBuilder finding =
        reporter.violated(
            object.root().get("kind"),
            "A %s keeps the agent running and starts it again%s: what one task leaves in the %s,"
                    .formatted(
                        object.kind(),
                        job.isPresent() ? ", in addition to its Job" : "",
                        ZoneState.of(pod, reporter.cluster()) == ZoneState.EDERA ? "zone" : "pod")
                + " the next one finds");
    if (job.isPresent()) {
      finding
          .related(job.get(), job.get().root().get("kind"), "runs it for one task")
          .guidance("Remove this %s once the Job is in its place.".formatted(object.kind()));
      return;
    }
    finding
        .fix(TaskJob.of(object, pod))
        .guidance(
            "Run each task as a Job with activeDeadlineSeconds: its zone is created for the task"
                + " and destroyed after it.");
  }
}
