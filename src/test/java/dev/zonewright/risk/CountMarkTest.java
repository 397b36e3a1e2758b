package dev.zonewright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.risk.Evidence.State;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts in the words of a row have a thousands mark, as all others in the program. */
class CountMarkTest {
  private static final int MANY = 1_203;

  @Test
  void inTheReasonOfALevel() {
    for (State state : State.values()) {
      List<Evidence> evidence =
          Collections.nCopies(MANY, new Evidence(state, "a pod", Optional.empty()));
      String why = LevelRule.why(LevelRule.of(evidence), evidence);
      assertThat(why).doesNotContainPattern("[0-9]{4}");
    }
    List<Evidence> open =
        Collections.nCopies(MANY, new Evidence(State.EXPOSURE, "a pod", Optional.empty()));
    assertThat(LevelRule.why(ResidualLevel.OPEN, open)).contains("1,203");
  }

  @Test
  void behindTheFirstNames() {
    assertThat(RowBuilder.names(IntStream.range(0, MANY).mapToObj(Integer::toString).toList()))
        .isEqualTo("0, 1, 2 and 1,200 more");
  }
}
