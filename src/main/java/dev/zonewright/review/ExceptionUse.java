package dev.zonewright.review;

import dev.zonewright.analysis.LocatedFinding;
import java.util.List;
import java.util.Locale;

/**
 * What became of an exception.
 *
 * @param findings those that it covers, or would if it were not over
 */
public record ExceptionUse(RiskException exception, State state, List<LocatedFinding> findings) {
  /** Whether it does anything. */
  public enum State {
    MATCHED,
    UNUSED,
    EXPIRED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ExceptionUse {
    findings = List.copyOf(findings);
  }
}
