package dev.zonewright.catalogue.agent;

import dev.zonewright.control.Control;
import dev.zonewright.control.ControlInfo;
import dev.zonewright.control.EderaEffect;
import dev.zonewright.control.Family;
import dev.zonewright.control.Reporter;
import dev.zonewright.control.Severity;
import dev.zonewright.kube.Agents;
import dev.zonewright.kube.PodView;
import dev.zonewright.kube.secret.SecretUse;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fields: every Secret that an agent's pod mounts or takes into variables. Accepted: none. One
 * finding a pod, at the first of them: each by itself is told of by {@code mounted-secret} and
 * {@code secret-in-environment}.
 */
public final class AgentSecret implements Control.OnPod {
  private static final ControlInfo INFO =
      new ControlInfo(
          ControlInfo.idOf(AgentSecret.class),
          Family.AGENT,
          "Agent with Secrets",
          "An agent, which can be tricked into running foreign code, holds Secrets",
          Severity.HIGH,
          EderaEffect.OPERATOR,
          List.of("Edera security reference architecture: AI agent isolation"));

  @Override
  public ControlInfo info() {
    return INFO;
  }

  @Override
  public void check(PodView pod, Reporter reporter) {
    if (!Agents.isDeclared(pod)) {
      return;
    }
    List<SecretUse> uses = SecretUse.of(pod);
    if (uses.isEmpty()) {
      return;
    }
    String names =
        uses.stream()
            .map(SecretUse::secret)
            .filter(n -> !n.isEmpty())
            .distinct()
            .limit(3)
            .collect(Collectors.joining(", "));
    long count = uses.stream().map(SecretUse::secret).distinct().count();
    reporter
        .violated(
            uses.getFirst().name(),
            "The agent holds %s (%s): a prompt that makes it run foreign code also gives these away"
                .formatted(count == 1 ? "a Secret" : count + " Secrets", names))
        .guidance(
            "Let a service next to the agent hold the credential and make the calls, or give the "
                + "agent a token that expires with the task.");
  }
}
