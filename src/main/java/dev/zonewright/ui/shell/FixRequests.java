package dev.zonewright.ui.shell;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.report.closing.Change;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.perspective.ReviewModel;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Fixes of many findings at once: which they are, and whether that can still be said. */
final class FixRequests {
  private static final String EDITED_SINCE =
      "The text changed after the analysis, so nothing was fixed. Try again in a moment.";

  private final FixApplication fixes;
  private final ReviewModel review;
  private final SelectionModel selection;
  private final Supplier<Analysis> analysis;
  private final Consumer<Notice> tell;

  FixRequests(
      FixApplication fixes,
      ReviewModel review,
      SelectionModel selection,
      Supplier<Analysis> analysis,
      Consumer<Notice> tell) {
    this.fixes = fixes;
    this.review = review;
    this.selection = selection;
    this.analysis = analysis;
    this.tell = tell;
  }

  /** Applies the safe fixes of chosen findings, once the person has agreed. */
  void all(String scope, Predicate<LocatedFinding> which, UserDialogs dialogs) {
    if (review.factsProperty().get().review().isEmpty()) {
      fixes.applyAll(scope, which, dialogs);
      return;
    }
    Set<String> left = left();
    fixes.applyAll(scope, f -> which.test(f) && left.contains(f.fingerprint()), dialogs);
  }

  /** What is not accepted, by fingerprint; what is stays as it is. */
  private Set<String> left() {
    return analysis.get().findings().stream()
        .map(LocatedFinding::fingerprint)
        .collect(Collectors.toSet());
  }

  /** Makes a proved fix that was chosen on a page of the review, which shows no text. */
  void applyUnseen(LocatedFinding finding, FixOutcome.Applied fix, String before, String words) {
    fixes.applyUnseen(finding.file(), fix, before, words);
  }

  /** Makes one change, once the person has seen what it does; what is accepted stays as it is. */
  void preview(Change change, UserDialogs dialogs) {
    Set<String> left = left();
    fixes.applyChange(
        change.object(),
        f -> left.contains(f.fingerprint()) ? change.fixOf(f) : Optional.empty(),
        dialogs);
  }

  /** Applies all safe fixes within a scope, once the person has agreed. */
  void all(FixScope scope, UserDialogs dialogs) {
    String file = selection.text().activeName();
    switch (scope) {
      case DOCUMENT -> document(file, selection.text().documentAtCaret(), dialogs);
      case FILE -> all(scope.words(), f -> f.file().equals(file), dialogs);
      case TENANT -> tenant(dialogs);
      case CONTROL -> alike(scope, f -> f.finding().control().id(), dialogs);
      case EVERYTHING -> all(scope.words(), _ -> true, dialogs);
    }
  }

  /** The fixes in the tenant that is looked at, also where none of its findings is. */
  private void tenant(UserDialogs dialogs) {
    Selection now = selection.currentProperty().get();
    Optional<String> looked = now.finding().isPresent() ? Optional.empty() : now.tenant();
    if (looked.isPresent()) {
      all(FixScope.TENANT.words(), f -> f.finding().tenant().equals(looked), dialogs);
    } else {
      alike(FixScope.TENANT, f -> f.finding().tenant(), dialogs);
    }
  }

  /** The fixes of all that is alike in something to the finding that is looked at. */
  private void alike(FixScope scope, Function<LocatedFinding, Object> what, UserDialogs dialogs) {
    Optional<LocatedFinding> chosen = selection.currentProperty().get().finding();
    if (chosen.isEmpty()) {
      tell.accept(
          Notice.info("Select a finding first: the fixes are for " + scope.words())
              .asLongAs(() -> selection.currentProperty().get().finding().isEmpty()));
      return;
    }
    Object wanted = what.apply(chosen.get());
    all(scope.words(), f -> what.apply(f).equals(wanted), dialogs);
  }

  /**
   * Applies the safe fixes of one document, once the person has agreed. Refused where the text was
   * edited since it was analysed, for the number may be that of another document by now.
   *
   * @param document its number in the current analysis, from 1
   */
  void document(String file, int document, UserDialogs dialogs) {
    if (selection.text().isAnalysed(file)) {
      all(
          FixScope.DOCUMENT.words(),
          f -> f.file().equals(file) && f.document() == document,
          dialogs);
    } else {
      tell.accept(Notice.warning(EDITED_SINCE).asLongAs(() -> !selection.text().isAnalysed(file)));
    }
  }
}
