package dev.zonewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Work, what comes after it, and quiet, with executors that are run by hand. */
class BackgroundRunnerTest {
  private final Deque<Runnable> engine = new ArrayDeque<>();
  private final Deque<Runnable> timer = new ArrayDeque<>();
  private final List<String> seen = new ArrayList<>();
  private final BackgroundRunner runner =
      new BackgroundRunner(
          engine::add,
          engine::add,
          Runnable::run,
          (_, task) -> {
            timer.add(task);
            return () -> timer.remove(task);
          });

  // a long text that is made ready for the editor must not keep the window waiting
  @Test
  void smallWorkStandsBehindTheWindowAndBeforeTheEngine() throws Exception {
    CompletableFuture<Integer> priority = new CompletableFuture<>();
    BackgroundRunner.live()
        .small()
        .execute(() -> priority.complete(Thread.currentThread().getPriority()));

    assertThat(priority.get(20, TimeUnit.SECONDS))
        .isLessThan(Thread.NORM_PRIORITY)
        .isGreaterThan(Thread.MIN_PRIORITY);
  }

  @Test
  void theResultComesAfterTheWork() {
    runner.compute(() -> "done", seen::add);

    assertThat(seen).isEmpty();
    engine.removeFirst().run();
    assertThat(seen).containsExactly("done");
  }

  @Test
  void aFailureIsToldAndNothingFollows() {
    runner.onFailure(e -> seen.add("failed: " + e.getMessage()));
    runner.<String>io(
        () -> {
          throw new IllegalStateException("disk");
        },
        seen::add);

    engine.removeFirst().run();

    assertThat(seen).containsExactly("failed: disk");
  }

  @Test
  void restartingPutsTheTaskOff() {
    BackgroundRunner.Quiet quiet = runner.quiet(Duration.ofMillis(1), () -> seen.add("ran"));
    quiet.restart();
    quiet.restart();

    assertThat(timer).hasSize(1);
    timer.removeFirst().run();
    assertThat(seen).containsExactly("ran");
  }

  @Test
  void startingDoesNotPutOffWhatIsWaiting() {
    BackgroundRunner.Quiet quiet = runner.quiet(Duration.ofMillis(1), () -> seen.add("ran"));
    quiet.start();
    Runnable first = timer.getFirst();
    quiet.start();

    assertThat(timer).containsExactly(first);
    timer.removeFirst().run();
    quiet.start();
    assertThat(timer).hasSize(1);
    assertThat(seen).containsExactly("ran");
  }

  @Test
  void aTimerThatFiresTooLateRunsNothing() {
    BackgroundRunner.Quiet quiet = runner.quiet(Duration.ofMillis(1), () -> seen.add("ran"));
    quiet.restart();
    Runnable late = timer.getFirst();
    quiet.restart();

    late.run();

    assertThat(seen).isEmpty();
  }
}
