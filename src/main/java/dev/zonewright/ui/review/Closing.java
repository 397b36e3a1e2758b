package dev.zonewright.ui.review;

import dev.zonewright.analysis.Fixer;
import dev.zonewright.report.closing.ClosingChanges;
import dev.zonewright.report.closing.ClosingTrials;
import java.util.function.BooleanSupplier;

/** Finds out which single changes close most of what is opened. Works for seconds on large sets. */
public final class Closing {
  private final Fixer fixer;
  private final ReviewApplication review;

  public Closing(Fixer fixer, ReviewApplication review) {
    this.fixer = fixer;
    this.review = review;
  }

  /**
   * Tries them.
   *
   * @param cancelled asked before each trial
   */
  public ClosingChanges of(ReviewFacts facts, BooleanSupplier cancelled) {
    return ClosingTrials.of(facts.analysis(), fixer, review::reviewed, cancelled);
  }
}
