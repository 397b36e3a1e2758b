package dev.zonewright.ui.review.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Letters lead to a path by its begin, else by its name, else by anything in it. */
class TypeAheadTest {
  private static final List<String> PATHS =
      List.of("acme/Deployment/web", "acme/Job/Backup", "bank/Pod/ledger", "web/Pod/x");

  private final AtomicLong clock = new AtomicLong(10_000_000_000L);
  private final TypeAhead ahead = new TypeAhead(clock::get);

  @Test
  void theBeginOfThePathComesBeforeTheNameAndThatBeforeTheRest() {
    assertThat(ahead.typed("w", PATHS)).hasValue(3);
    ahead.forget();
    assertThat(ahead.typed("b", PATHS)).hasValue(2);
    assertThat(ahead.typed("a", PATHS)).hasValue(2);
    assertThat(ahead.typed("C", PATHS)).hasValue(1);
    ahead.forget();
    assertThat(ahead.typed("eploy", PATHS)).hasValue(0);
    assertThat(ahead.typed("z", PATHS)).isEmpty();
  }

  @Test
  void afterAPauseTheWordBeginsAnew() {
    assertThat(ahead.typed("b", PATHS)).hasValue(2);
    clock.addAndGet(5_000_000_000L);
    assertThat(ahead.typed("a", PATHS)).hasValue(0);
  }
}
