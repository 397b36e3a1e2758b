package dev.zonewright.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spoiled manifests never crash the engine, hang it, or make it lose a document.
 *
 * <p>Each round has a seed of its own, so that a failing one is run again alone: {@code
 * -Dfuzz.seed=… -Dfuzz.rounds=1}.
 */
final class FuzzTest {
  private static final long SEED = Long.getLong("fuzz.seed", 20_250);
  private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 1_200);

  /** Only what never ends takes so long; nothing here is measured. */
  private static final Duration NEVER = Duration.ofMinutes(2);

  private static final int ROUNDS_A_GUARD = 50;

  @TempDir Path scratch;

  private long round;
  private long characters;

  @Test
  void spoiledManifestsAreSurvived() throws IOException, InterruptedException {
    System.out.printf("fuzz: seed %d, %,d rounds%n", SEED, ROUNDS);
    List<byte[]> inputs = FuzzInputs.all(scratch);
    WholeEngine engine = new WholeEngine();
    for (int done = 0; done < ROUNDS; done += ROUNDS_A_GUARD) {
      int from = done;
      int to = Math.min(ROUNDS, done + ROUNDS_A_GUARD);
      try {
        assertTimeoutPreemptively(NEVER, () -> rounds(engine, inputs, from, to));
      } catch (AssertionError e) {
        throw new AssertionError(again(), e);
      }
    }
    System.out.printf("fuzz: %,d characters, %s%n", characters, engine.seen());
  }

  private void rounds(WholeEngine engine, List<byte[]> inputs, int from, int to)
      throws IOException {
    for (int i = from; i < to; i++) {
      round = SEED + i;
      Random random = new Random(new SplittableRandom(round).nextLong());
      Mutations mutations = new Mutations(random, inputs);
      byte[] bytes = mutations.next();
      characters += bytes.length;
      try {
        engine.check(bytes, random, mutations);
      } catch (AssertionError | RuntimeException | StackOverflowError e) {
        Files.write(Path.of("target", "fuzz-failure.yaml"), bytes);
        throw new AssertionError(e.getMessage(), e);
      }
    }
  }

  private String again() {
    return "seed %d; alone again with -Dtest=FuzzTest -Dfuzz.seed=%d -Dfuzz.rounds=1; target/fuzz-failure.yaml has its input"
        .formatted(round, round);
  }
}
