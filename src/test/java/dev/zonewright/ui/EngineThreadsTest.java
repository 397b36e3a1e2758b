package dev.zonewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work of the engine stands behind the window and is done in turn. */
class EngineThreadsTest {
  private static final int TIMEOUT_SECONDS = 20;

  private final EngineThreads engine =
      new EngineThreads(Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));

  @Test
  void everyThreadOfAPieceHasTheLowestPriority() throws Exception {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    engine.execute(() -> {
      seen.add(Thread.currentThread());
      IntStream.range(0, 10_000).parallel().forEach(_ -> seen.add(Thread.currentThread()));
      done.complete(true);
    });
    assertThat(done.get(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(seen)
        .isNotEmpty()
        .allSatisfy(thread -> {
          assertThat(thread.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
          assertThat(thread.isDaemon()).isTrue();
          assertThat(thread.getName()).startsWith("zonewright-engine-");
        });
  }

  @Test
  void piecesAreDoneOneAfterAnother() throws Exception {
    List<Integer> order = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(50);
    for (int i = 0; i < 50; i++) {
      int piece = i;
      engine.execute(() -> {
        order.add(piece);
        done.countDown();
      });
    }
    assertThat(done.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(order).isEqualTo(IntStream.range(0, 50).boxed().toList());
  }

  @Test
  void afterAPieceThatFailedTheNextIsDone() throws Exception {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    EngineThreads failing =
        new EngineThreads(
            Executors.newSingleThreadExecutor(
                Thread.ofPlatform()
                    .daemon()
                    .uncaughtExceptionHandler((_, thrown) -> failure.complete(thrown))
                    .factory()));
    failing.execute(() -> {
      throw new IllegalStateException("on purpose");
    });
    CompletableFuture<Boolean> next = new CompletableFuture<>();
    failing.execute(() -> next.complete(true));
    assertThat(next.get(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(failure.get(TIMEOUT_SECONDS, TimeUnit.SECONDS)).hasMessageContaining("on purpose");
  }
}
