package dev.zonewright.ui.review;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.checklist.Checklist;
import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.control.Control;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.kube.ObjectRef;
import dev.zonewright.review.DeclaredAgent;
import dev.zonewright.review.Known;
import dev.zonewright.review.ReviewFile;
import dev.zonewright.review.ReviewReader;
import dev.zonewright.review.Reviewed;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.text.FileNames;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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

  /** The profile with what the review file among these sets. */
  public static Profile profile(List<Manifest> manifests) {
    return outermost(manifests)
        .map(m -> ReviewReader.read(m).in(Profile.EDERA_REFERENCE))
        .orElse(Profile.EDERA_REFERENCE);
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

  /**
   * The review file that counts: of several, the one in the outermost folder; none where two are
   * equally far out, as for the terminal.
   */
  public static Optional<Manifest> file(Analysis analysis) {
    return outermost(analysis.manifests());
  }

  /** What the review file that counts among the manifests says of agents. */
  public static Predicate<ObjectRef> agents(List<Manifest> manifests) {
    return outermost(manifests).map(DeclaredAgent::in).orElse(_ -> false);
  }

  private static Optional<Manifest> outermost(List<Manifest> manifests) {
    List<Manifest> outermost = new ArrayList<>();
    long depth = Long.MAX_VALUE;
    for (Manifest manifest : manifests) {
      String name = manifest.file();
      if (FileNames.last(name).equals(ReviewFile.NAME)) {
        long own = name.chars().filter(c -> c == '/').count();
        if (own < depth) {
          outermost.clear();
          depth = own;
        }
        if (own == depth) {
          outermost.add(manifest);
        }
      }
    }
    return outermost.size() == 1 ? Optional.of(outermost.getFirst()) : Optional.empty();
  }
}
