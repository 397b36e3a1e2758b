package dev.zonewright.risk;

import dev.zonewright.analysis.Workload;
import dev.zonewright.kube.UnknownValue;
import dev.zonewright.kube.ZoneState;
import dev.zonewright.risk.Evidence.State;
import dev.zonewright.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * The four steps of the ephemeral zone pattern, looked for in an agent: a zone for one task with
 * its input only, the task, its output copied out, the zone destroyed. Source: Edera security
 * reference architecture, Ephemeral zone pattern.
 */
final class EphemeralZone {
  private static final String DEADLINE = "activeDeadlineSeconds";

  private final TenantFacts facts;
  private final Workload agent;
  private final List<Evidence> steps = new ArrayList<>();

  private EphemeralZone(TenantFacts facts, Workload agent) {
    this.facts = facts;
    this.agent = agent;
  }

  /** A line or more for each step of each agent, with the field that shows it. */
  static List<Evidence> of(TenantFacts agents) {
    List<Evidence> out = new ArrayList<>();
    for (Workload agent : agents.workloads()) {
      EphemeralZone zone = new EphemeralZone(agents, agent);
      zone.create();
      zone.run();
      zone.extract();
      zone.destroy();
      out.addAll(zone.steps);
    }
    return out;
  }

  private void say(YamlCursor at, State state, String step, String words) {
    steps.add(facts.evidence(agent, at, state, "%s, %s: %s".formatted(agent.name(), step, words)));
  }

  private YamlCursor pod(String field) {
    return agent.pod().spec().get(field);
  }

  private void create() {
    String step = "a zone for the task";
    YamlCursor runtime = pod("runtimeClassName");
    if (agent.zone() == ZoneState.UNDETERMINED) {
      say(runtime, State.UNDETERMINED, step, "where it runs is not known");
    } else if (agent.zone() == ZoneState.HOST) {
      say(runtime, State.MISSING, step, "it runs on the host kernel");
    } else {
      say(runtime, State.IN_PLACE, step, "it runs in its own zone");
    }
  }

  private void run() {
    String step = "one task";
    YamlCursor kind = agent.pod().object().root().get("kind");
    YamlCursor restart = pod("restartPolicy");
    switch (agent.kind()) {
      case "Job", "CronJob", "Pod" -> {
        if (UnknownValue.isPlaceholder(restart)) {
          say(restart, State.UNDETERMINED, step, "whether it is restarted is not known");
        } else if (restart.raw().equals("Never")) {
          say(restart, State.IN_PLACE, step, "a %s that is not restarted".formatted(agent.kind()));
        } else {
          say(restart, State.MISSING, step, "it is restarted in the same zone");
        }
      }
      case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController" ->
          say(
              kind,
              State.MISSING,
              step,
              "a %s takes one task after another".formatted(agent.kind()));
      default -> say(kind, State.NOT_VISIBLE, step, "how long a %s runs".formatted(agent.kind()));
    }
  }

  /** A volume that outlives the zone is written by the agent itself; else somebody copies. */
  private void extract() {
    String step = "its output is copied out";
    List<YamlCursor> volumes = pod("volumes").items();
    boolean found = false;
    for (YamlCursor volume : volumes) {
      YamlCursor claim = volume.get("persistentVolumeClaim");
      boolean written =
          (claim.isMapping() && !claim.get("readOnly").isTrue())
              || volume.get("hostPath").isMapping();
      if (written) {
        found = true;
        say(
            volume.get("name"),
            State.MISSING,
            step,
            "volume %s outlives the zone, and the agent writes it itself"
                .formatted(volume.get("name").raw()));
      }
    }
    if (!found) {
      say(
          pod("volumes"),
          State.IN_PLACE,
          step,
          "no volume outlives the zone, what is not copied is lost");
    }
  }

  private void destroy() {
    String step = "the zone is destroyed";
    YamlCursor root = agent.pod().object().root();
    YamlCursor deadline =
        switch (agent.kind()) {
          case "Job" -> root.get("spec", DEADLINE);
          case "CronJob" -> root.get("spec", "jobTemplate").get("spec", DEADLINE);
          default -> pod(DEADLINE);
        };
    YamlCursor at = pod(DEADLINE).isSet() ? pod(DEADLINE) : deadline;
    boolean ends = List.of("Job", "CronJob", "Pod").contains(agent.kind());
    if (UnknownValue.hides(at)) {
      say(at, State.UNDETERMINED, step, "its deadline is not known");
    } else if (ends && at.isSet()) {
      say(at, State.IN_PLACE, step, "after %s seconds at the latest".formatted(at.raw()));
    } else if (ends) {
      boolean once = agent.kind().equals("Pod") && pod("restartPolicy").raw().equals("Never");
      say(
          at,
          once ? State.IN_PLACE : State.MISSING,
          step,
          once ? "it ends with the Pod, which runs once" : "no deadline ends it");
    } else {
      say(root.get("kind"), State.MISSING, step, "nothing ends a %s".formatted(agent.kind()));
    }
  }
}
