package dev.zonewright.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixRun;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No review costs more than fifty times what that of an ordinary text of the same size costs,
 * measured in the same run. A few of the inputs of {@link BadInputs} each time; {@link
 * BadInputReport} tries them all, and their fixes.
 */
class BadInputShareTest {
  private static final int SIZE = 60_000;
  private static final int TRIED = 12;
  private static final double MOST = 50;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static BadInput named(String name) {
    return BadInputs.all().stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }

  /** The shortest of three. */
  private static double nanos(String text) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      Trial.review(text);
      least = Math.min(least, System.nanoTime() - start);
    }
    return least;
  }

  private static double bytes(BadInput input, int size) {
    String text = input.ofSize().apply(size);
    long before = THREADS.getTotalThreadAllocatedBytes();
    Trial.review(text);
    return THREADS.getTotalThreadAllocatedBytes() - before;
  }

  @Test
  void noneCostsMoreThanItsShare() {
    long seed = Long.getLong("bad-input.seed", System.nanoTime());
    List<BadInput> inputs = new ArrayList<>(BadInputs.all());
    Collections.shuffle(inputs, new Random(seed));
    nanos(BadInputs.ordinary(SIZE));
    double ordinary = nanos(BadInputs.ordinary(SIZE));
    for (BadInput input : inputs.subList(0, TRIED)) {
      assertThat(nanos(input.ofSize().apply(SIZE)) / ordinary)
          .as(input.name() + ", -Dbad-input.seed=" + seed)
          .isLessThan(MOST);
    }
  }

  /** What is allocated is counted, not timed: four times the tenants are no sixteen times that. */
  @Test
  void tenantsAreNotComparedOneByOne() {
    BadInput tenants = named("many tenants");
    Trial.review(tenants.ofSize().apply(SIZE / 4));

    assertThat(bytes(tenants, SIZE * 4) / bytes(tenants, SIZE)).isLessThan(6);
  }

  /** The same for fixes; each of these once took the square, or stopped halfway. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "many tenants",
        "many namespaces",
        "many wrong types",
        "CR and LF",
        "keys with an invisible character",
        "comments after each key"
      })
  void fixesOfMuchReadTheDocumentAFewTimes(String name) {
    BadInput input = named(name);
    fixing(input, SIZE / 6);

    assertThat(fixing(input, SIZE * 2 / 3) / fixing(input, SIZE / 6)).isLessThan(6);
  }

  private static double fixing(BadInput input, int size) {
    Analysis analysis = Trial.review(input.ofSize().apply(size).replace("\r\n", "\n"));
    long before = THREADS.getTotalThreadAllocatedBytes();
    Trial.fixed(analysis);
    return THREADS.getTotalThreadAllocatedBytes() - before;
  }

  @Test
  void nothingIsLeftForAnotherRun() {
    Analysis analysis = Trial.review(named("comments after each key").ofSize().apply(SIZE));

    FixRun run = Trial.fixed(analysis);

    assertThat(run.refused()).isEmpty();
    assertThat(run.fixed()).hasSameSizeAs(analysis.findings());
  }
}
