package dev.zonewright.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A day as people write it: YEAR-MONTH-DAY, the year with four digits. Java reads more, such as
 * years of nine digits, with which days can no longer be counted.
 */
public final class Day {
  private static final int LENGTH = "2027-02-25".length();

  private Day() {}

  /** Reads a day; empty for anything else. */
  public static Optional<LocalDate> parse(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
