package dev.zonewright.ui.review;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.checklist.Checklist;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.control.Control;
import dev.zonewright.kube.Manifest;
import dev.zonewright.review.Known;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.ReviewReader;
import dev.zonewright.review.Reviewed;
import dev.zonewright.risk.ResidualRisk;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
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

  /** The review file that counts: of several, the one in the outermost folder. */
  public static Optional<Manifest> file(Analysis analysis) {
    return analysis.manifests().stream()
        .filter(m -> m.file().substring(m.file().lastIndexOf('/') + 1).equals(ReviewFile.NAME))
        .min(
            Comparator.comparingLong((Manifest m) -> m.file().chars().filter(c -> c == '/').count())
                .thenComparing(Manifest::file));
  }
}
