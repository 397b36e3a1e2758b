package dev.zonewright.ui.review.compare;

import dev.zonewright.analysis.Coverage;
import dev.zonewright.report.compare.Side;
import dev.zonewright.risk.RowLevel;
import dev.zonewright.ui.review.ReviewFacts;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The version that is compared with.
 *
 * @param name what it is called: a file, a folder, “first opened”
 * @param levels of the rows of its risks
 * @param side what was found in it; for the background, where it may have to be gathered
 * @param coverages how much of it was analysed, from the longest words to the shortest; none where
 *     that says nothing
 */
public record Before(
    String name, List<RowLevel> levels, Supplier<Side> side, List<String> coverages) {
  private static final String BASELINE = "baseline of ";

  public Before {
    levels = List.copyOf(levels);
    coverages = List.copyOf(coverages);
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
    List<String> coverage =
        side.documents() == 0 ? List.of() : covered(side.analysed(), side.documents());
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
    List<String> forms =
        Stream.concat(Stream.of(coverage + "read with " + commands), read.coverages().stream())
            .toList();
    return new Before(name, read.levels(), read.side(), forms);
  }

  /** What an analysis found, which is only gathered when it is compared. */
  static Before of(String name, ReviewFacts facts) {
    Coverage coverage = facts.analysis().coverage();
    return new Before(
        name,
        RowLevel.of(facts.assessed()),
        () -> sideOf(facts),
        covered(coverage.analysed(), coverage.documents()));
  }

  // a number is said whole or not at all: half of one would be another
  private static List<String> covered(int analysed, int documents) {
    String numbers = "%,d of %,d".formatted(analysed, documents);
    return List.of(numbers + " documents analysed", numbers + " analysed", numbers);
  }

  /** How much of it was analysed, in words; empty where that says nothing. */
  public String coverage() {
    return coverages.isEmpty() ? "" : coverages.getFirst();
  }

  /** What was found, as it is compared. */
  static Side sideOf(ReviewFacts facts) {
    return Side.of(facts.analysis(), facts.assessed());
  }
}
