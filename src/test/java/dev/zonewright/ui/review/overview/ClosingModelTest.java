package dev.zonewright.ui.review.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.report.closing.ClosingChange;
import dev.zonewright.report.closing.ClosingChanges;
import dev.zonewright.ui.fix.FixAllModel;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.Reviews;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What closes most is found out for who looks, and its preview shows the same change. */
class ClosingModelTest {
  private final ClosingModel model = new ClosingModel(Reviews.runner(), Reviews.closing());
  private final ReviewFacts facts = Reviews.of(Reviews.TWO_TENANTS, "");

  @Test
  void nothingIsTriedUntilSomebodyLooks() {
    model.show(facts);
    assertThat(model.changesProperty().get()).isNull();

    model.askedProperty().set(true);
    assertThat(model.changesProperty().get()).isNotNull();

    ClosingChanges first = model.changesProperty().get();
    model.show(Reviews.of("a: 1\n", ""));
    assertThat(model.changesProperty().get()).isNotNull().isNotEqualTo(first);
  }

  @Test
  void thePreviewMakesJustTheChangeAndClosesWhatWasSaid() {
    model.show(facts);
    model.askedProperty().set(true);
    Fixer fixer = new Fixer(new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE));
    ClosingChanges found = Objects.requireNonNull(model.changesProperty().get());
    assertThat(found.changes()).isNotEmpty();
    for (ClosingChange change : found.changes()) {
      FixAllModel preview =
          FixAllModel.wanted(
              fixer,
              facts.analysis(),
              change.change().object(),
              change.change()::fixOf,
              Runnable::run,
              Runnable::run);
      preview.start();
      FixRun run = preview.result().orElseThrow();
      Set<String> closed =
          run.fixed().stream().map(LocatedFinding::fingerprint).collect(Collectors.toSet());
      assertThat(closed).as(change.words()).containsAll(change.closed());
    }
  }
}
