package dev.zonewright.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixRun;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Neither a review nor all fixes allocate more than fifty times what they do for an ordinary text
 * of the same size. What is allocated is the same in every run; {@link BadInputReport} takes the
 * time too.
 */
class BadInputShareTest {
  private static final int SIZE = 60_000;

  /** Where two sizes of one input are compared. */
  private static final int PART = 20_000;

  private static final double MOST = 50;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static BadInput named(String name) {
    return BadInputs.all().stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }

  /** What a review allocates. */
  private static double reviewing(String text) {
    long before = THREADS.getTotalThreadAllocatedBytes();
    Trial.review(text);
    return THREADS.getTotalThreadAllocatedBytes() - before;
  }

  /** What making all fixes allocates. */
  private static double fixing(String text) {
    return fixing(Trial.review(text));
  }

  private static double fixing(Analysis analysis) {
    long before = THREADS.getTotalThreadAllocatedBytes();
    Trial.fixed(analysis);
    return THREADS.getTotalThreadAllocatedBytes() - before;
  }

  @Test
  void noneCostsMoreThanItsShare() {
    String ordinary = BadInputs.ordinary(SIZE);
    reviewing(ordinary);
    double review = reviewing(ordinary);
    fixing(ordinary);
    double fixes = fixing(ordinary);
    for (BadInput input : BadInputs.all()) {
      String text = input.ofSize().apply(SIZE);
      long before = THREADS.getTotalThreadAllocatedBytes();
      Analysis analysis = Trial.review(text);
      double allocated = THREADS.getTotalThreadAllocatedBytes() - before;
      assertThat(allocated / review).as(input.name()).isLessThan(MOST);
      assertThat(fixing(analysis) / fixes).as("fixes of " + input.name()).isLessThan(MOST);
    }
  }

  /** What is allocated is counted, not timed: four times the text is no sixteen times that. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "many tenants",
        "many nodes, each with a tenant's pod",
        "many wrong types",
        "many containers",
        "a custom kind of many containers",
        "words in place of many containers",
        "numbers in place of many arguments",
        "many objects of wrong types in a list"
      })
  void nothingIsComparedOneByOne(String name) {
    BadInput input = named(name);
    Trial.review(input.ofSize().apply(PART / 4));

    double much = reviewing(input.ofSize().apply(PART * 4));
    assertThat(much / reviewing(input.ofSize().apply(PART))).isLessThan(6);
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
        "comments after each key",
        "empty containers",
        "containers of nothing"
      })
  void fixesOfMuchReadTheDocumentAFewTimes(String name) {
    BadInput input = named(name);
    fixing(text(input, PART / 6));

    assertThat(fixing(text(input, PART * 2 / 3)) / fixing(text(input, PART / 6))).isLessThan(6);
  }

  /** The worst there are for their size: each of a few characters is a place with five findings. */
  @ParameterizedTest
  @ValueSource(strings = {"containers that are aliases of one", "containers of nothing"})
  void fixesOfMuchThatIsSharedCostNoMoreThanTheirShare(String name) {
    String ordinary = BadInputs.ordinary(SIZE);
    fixing(ordinary);

    assertThat(fixing(named(name).ofSize().apply(SIZE)) / fixing(ordinary)).isLessThan(MOST);
  }

  private static String text(BadInput input, int size) {
    return input.ofSize().apply(size).replace("\r\n", "\n");
  }

  @Test
  void nothingIsLeftForAnotherRun() {
    Analysis analysis = Trial.review(named("comments after each key").ofSize().apply(SIZE));

    FixRun run = Trial.fixed(analysis);

    assertThat(run.refused()).isEmpty();
    assertThat(run.fixed())
        .hasSameSizeAs(
            analysis.findings().stream().filter(f -> !f.finding().fixes().isEmpty()).toList());
  }
}
