package dev.zonewright.ui.review;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.checklist.Checklist;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.control.Control;
import dev.zonewright.kube.Manifest;
import dev.zonewright.review.Known;
import dev.zonewright.review.ReviewReader;
import dev.zonewright.review.Reviewed;
import dev.zonewright.risk.ResidualRisk;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** Applies the review file among the opened files to what an analysis found. */
public final class ReviewApplication {
  private final Known known;
  private final Supplier<LocalDate> today;

  ReviewApplication(Known known, Supplier<LocalDate> today) {
    this.known = known;
    this.today = today;
  }

  /** With today as the day on which exceptions hold. */
  public static ReviewApplication of(Collection<Control> controls) {
    return new ReviewApplication(
        Known.of(controls, ChecklistItem.ids()), () -> LocalDate.now(ZoneId.systemDefault()));
  }

  /** What an analysis says to a reviewer. */
  public ReviewFacts apply(Analysis analysis) {
    LocalDate day = today.get();
    Optional<Reviewed> reviewed =
        file(analysis).map(m -> Reviewed.of(ReviewReader.read(m), analysis, day, known));
    Analysis seen = reviewed.map(Reviewed::analysis).orElse(analysis);
    return ReviewFacts.of(
        seen,
        ResidualRisk.withPlatform(seen),
        reviewed.map(Checklist::of).orElseGet(() -> Checklist.of(seen)),
        reviewed,
        day);
  }

  /** An analysis as the review file among its files leaves it. */
  Analysis reviewed(Analysis analysis) {
    return file(analysis)
        .map(m -> Reviewed.of(ReviewReader.read(m), analysis, today.get(), known).analysis())
        .orElse(analysis);
  }

  /** The review file that counts among what was analysed. */
  public static Optional<Manifest> file(Analysis analysis) {
    return OpenReview.among(analysis.manifests());
  }
}
