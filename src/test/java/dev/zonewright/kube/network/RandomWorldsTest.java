package dev.zonewright.kube.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.network.NaiveNetwork.End;
import dev.zonewright.kube.network.NaiveNetwork.World;
import dev.zonewright.kube.network.policy.NetworkPod;
import dev.zonewright.kube.network.policy.Protocol;
import dev.zonewright.kube.network.policy.Readings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random worlds, answered by the engine and by {@link NaiveNetwork}. */
class RandomWorldsTest {
  @Test
  void theEngineAnswersAsTheDocumentationDoes() {
    int asked = 0;
    for (long seed = 1; seed <= 150; seed++) {
      World world = new RandomNetwork(seed).world();
      NetworkModel model = OracleTest.model(world.yaml());
      Reachability reachability = new Reachability(model, Readings.WHOLE_CLUSTER);
      for (End from : world.ends()) {
        for (End to : world.ends()) {
          for (String protocol : List.of("TCP", "UDP", "SCTP")) {
            for (int port : List.of(53, 80, 81, 8080, 9000)) {
              Question question =
                  new Question(end(from, model), end(to, model), Protocol.valueOf(protocol), port);
              Answer.Outcome outcome = reachability.answer(question).outcome();
              boolean expected = world.allows(from, to, protocol, port);
              asked++;
              assertThat(outcome)
                  .as("seed %d: %s to %s %s %d", seed, from, to, protocol, port)
                  .isEqualTo(expected ? Answer.Outcome.ALLOWED : Answer.Outcome.DENIED);
            }
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(100_000);
  }

  static Endpoint end(End end, NetworkModel model) {
    if (!end.isPod()) {
      return Destinations.typed(end.name()).orElseThrow();
    }
    List<NetworkPod> pods = model.find(end.namespace() + "/Pod/" + end.name());
    return new Endpoint.OfPod(pods.getFirst());
  }
}
