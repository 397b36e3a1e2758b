package dev.zonewright.kube.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.access.AccessAnswer.Grant;
import dev.zonewright.kube.access.NaiveAccess.Asked;
import dev.zonewright.kube.access.NaiveAccess.Origin;
import dev.zonewright.kube.access.NaiveAccess.Verdict;
import dev.zonewright.kube.access.NaiveAccess.Who;
import dev.zonewright.kube.access.NaiveAccess.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random worlds, answered by the engine and by {@link NaiveAccess}. */
class RandomAccessTest {
  private static final int WORLDS = 1_000;
  private static final int QUESTIONS = 60;

  @Test
  void theEngineAnswersAsTheDocumentationDoes() {
    int allowed = 0;
    int unknown = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      RandomAccess random = new RandomAccess(seed);
      World world = random.world();
      AccessGraph graph = AccessGraph.of(AccessOracleTest.objects(world.yaml()));
      for (int i = 0; i < QUESTIONS; i++) {
        Who who = random.who();
        Asked asked = random.asked();
        Verdict expected = world.answer(who, asked);
        AccessAnswer answer =
            graph.answer(new Identity(who.user(), List.copyOf(who.groups())), request(asked));
        String about = "seed %d: %s asks %s".formatted(seed, who, asked);
        assertThat(answer.word()).as(about).isEqualTo(expected.word());
        if (answer instanceof AccessAnswer.Allowed(List<Grant> grants)) {
          assertThat(grants)
              .as(about)
              .extracting(g -> g.binding().ref().name())
              .isEqualTo(expected.by());
          for (int n = 0; n < grants.size(); n++) {
            AccessRule rule = grants.get(n).rule();
            Origin origin = new Origin(rule.role().name(), rule.number());
            // which of several gathered roles comes first is not documented
            assertThat(expected.rules().get(n)).as(about).contains(origin);
            assertThat(expected.rules().get(n).stream().filter(r -> r.role().equals(origin.role())))
                .as(about)
                .startsWith(origin);
          }
          allowed++;
        } else if (answer instanceof AccessAnswer.Undetermined) {
          unknown++;
        }
      }
    }
    // the worlds are worth the trouble
    assertThat(allowed).isGreaterThan(1_500);
    assertThat(unknown).isGreaterThan(1_000);
  }

  private static AccessRequest request(Asked asked) {
    return asked.path().isEmpty()
        ? new AccessRequest.OnResource(
            asked.verb(),
            asked.group(),
            asked.resource(),
            asked.subresource(),
            asked.name(),
            asked.namespace())
        : new AccessRequest.OnUrl(asked.verb(), asked.path());
  }
}
