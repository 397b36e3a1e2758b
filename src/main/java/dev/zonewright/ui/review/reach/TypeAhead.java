package dev.zonewright.ui.review.reach;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What is typed in a list of paths: it leads to the first one that begins with it, else to the
 * first whose name does, else to the first that contains it. After a pause the word begins anew.
 */
final class TypeAhead {
  private static final long PAUSE = 1_500_000_000L;

  private final LongSupplier nanos;
  private String word = "";
  private long last;

  /** With a clock, in nanoseconds. */
  TypeAhead(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** What was typed so far is of another occasion. */
  void forget() {
    word = "";
  }

  /**
   * Takes in what was typed.
   *
   * @return the number of the path that it leads to; empty where none fits
   */
  OptionalInt typed(String letters, List<String> paths) {
    long now = nanos.getAsLong();
    word = (now - last > PAUSE ? "" : word) + letters.toLowerCase(Locale.ROOT);
    last = now;
    return first(paths, p -> p.startsWith(word))
        .or(() -> first(paths, p -> p.substring(p.lastIndexOf('/') + 1).startsWith(word)))
        .or(() -> first(paths, p -> p.contains(word)))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static Optional<Integer> first(List<String> paths, Predicate<String> fits) {
    return IntStream.range(0, paths.size())
        .filter(i -> fits.test(paths.get(i).toLowerCase(Locale.ROOT)))
        .boxed()
        .findFirst();
  }
}
