package dev.zonewright.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * No text costs more than fifty times what an ordinary one of its size costs, measured in the same
 * run. A few of the inputs of {@link BadInputs} each time; {@link BadInputReport} tries them all.
 */
class BadInputShareTest {
  private static final int SIZE = 100_000;
  private static final int TRIED = 8;
  private static final double MOST = 50;

  /** Where a clock is too coarse to make a ratio of. */
  private static final double LEAST_NANOS = 20_000_000;

  @Test
  void noneCostsMoreThanItsShare() throws Exception {
    long seed = Long.getLong("bad-input.seed", System.nanoTime());
    List<BadInput> inputs = new ArrayList<>(BadInputs.all());
    Collections.shuffle(inputs, new Random(seed));
    List<BadInput> tried = new ArrayList<>(inputs.subList(0, TRIED));
    // what once cost the square of its size
    inputs.stream().filter(i -> i.name().equals("many tenants")).forEach(tried::add);
    try (ExecutorService worker = Executors.newCachedThreadPool()) {
      Trial.of(BadInputs.ordinary(SIZE), worker);
      Trial ordinary = Trial.of(BadInputs.ordinary(SIZE), worker);
      for (BadInput input : tried) {
        Trial trial = Trial.of(input.ofSize().apply(SIZE), worker);

        String what = input.name() + ", -Dbad-input.seed=" + seed;
        assertThat(trial.nanos() / Math.max(LEAST_NANOS, ordinary.nanos()))
            .as("review of " + what)
            .isLessThan(MOST);
        assertThat(trial.fixNanos() / Math.max(LEAST_NANOS, ordinary.fixNanos()))
            .as("fixes of " + what)
            .isLessThan(MOST);
      }
    }
  }

  /** Counted, not timed: what each of a thousand tenants adds is what the thousandth adds. */
  @Test
  void tenantsAreNotComparedOneByOne() throws Exception {
    BadInput tenants =
        BadInputs.all().stream().filter(i -> i.name().equals("many tenants")).findFirst().get();
    try (ExecutorService worker = Executors.newCachedThreadPool()) {
      long few = Trial.of(tenants.ofSize().apply(SIZE / 4), worker).bytes();
      long many = Trial.of(tenants.ofSize().apply(SIZE), worker).bytes();

      assertThat((double) many / few).isLessThan(7);
    }
  }
}
