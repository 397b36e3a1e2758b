package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.Side;
import dev.zonewright.risk.RowLevel;
import dev.zonewright.ui.review.ReviewFacts;
import java.util.List;
import java.util.function.Supplier;

/**
 * The version that is compared with.
 *
 * @param name what it is called: a file, a folder, “first opened”
 * @param levels of the rows of its risks
 * @param side what was found in it; for the background, where it may have to be gathered
 * @param coverage how much of it was analysed, in words; empty where that says nothing
 */
public record Before(String name, List<RowLevel> levels, Supplier<Side> side, String coverage) {
  private static final String BASELINE = "baseline of ";

  public Before {
    levels = List.copyOf(levels);
  }

  /** What a baseline that was written on a day is called. */
  static String baselineOf(String day) {
    return BASELINE + day;
  }

  /** Since when it is: the day of a baseline, else its name. */
  public String since() {
    return name.startsWith(BASELINE) ? name.substring(BASELINE.length()) : name;
  }

  /** One that was read. */
  static Before of(String name, Side side) {
    String coverage =
        side.documents() == 0
            ? ""
            : "%d of %d documents analysed".formatted(side.analysed(), side.documents());
    return new Before(name, side.levels(), () -> side, coverage);
  }

  /**
   * One that was read by another program.
   *
   * @param commands that were run for it
   */
  static Before of(String name, Side side, String commands) {
    Before read = of(name, side);
    String coverage = read.coverage().isEmpty() ? "" : read.coverage() + " · ";
    return new Before(name, read.levels(), read.side(), coverage + "read with " + commands);
  }

  /** What an analysis found, which is only gathered when it is compared. */
  static Before of(String name, ReviewFacts facts) {
    String coverage =
        "%d of %d documents analysed"
            .formatted(
                facts.analysis().coverage().analysed(), facts.analysis().coverage().documents());
    return new Before(name, RowLevel.of(facts.assessed()), () -> sideOf(facts), coverage);
  }

  /** What was found, as it is compared. */
  static Side sideOf(ReviewFacts facts) {
    return Side.of(facts.analysis(), facts.assessed());
  }
}
