package dev.zonewright.ui.perspective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.report.compare.Compared;
import dev.zonewright.ui.fix.FixOffer;
import dev.zonewright.ui.review.AttestationRow;
import dev.zonewright.ui.review.ExceptionRow;
import dev.zonewright.ui.review.FixesMenu;
import dev.zonewright.ui.review.ReviewApplication;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.review.Reviews;
import dev.zonewright.ui.review.compare.CompareModel;
import dev.zonewright.ui.review.compare.ComparePage;
import dev.zonewright.ui.review.compare.SideSource;
import dev.zonewright.ui.review.records.Removing;
import dev.zonewright.workspace.ManifestStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** While the first analysis runs, no page says that there is nothing. */
class BeforeAnalysisTest extends ApplicationTest {
  private final ReviewModel model =
      new ReviewModel(
          Reviews.runner(),
          new SimpleObjectProperty<>(),
          Reviews.closing(),
          new SideSource(
              new ManifestStore(),
              new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE),
              ReviewApplication.of(ControlCatalogue.all())));

  @Override
  public void start(Stage stage) {
    ReviewView view =
        new ReviewView(
            model,
            _ -> {},
            _ -> {},
            (_, _) -> {},
            new NothingRemoved(),
            new NothingChosen(),
            new NothingToFix(),
            Runnable::run);
    stage.setScene(new Scene(view, 1280, 800));
    stage.show();
  }

  @Test
  void everyPageSaysThatItIsBeingAnalysedAndOnlyThen() throws Exception {
    for (ReviewPage page : ReviewPage.values()) {
      interact(() -> model.open(page));
      until(words -> words.stream().anyMatch(w -> w.equals("Analysing…")));
      assertThat(words()).as(page.title()).noneMatch(BeforeAnalysisTest::deniesAll);
    }
    interact(() -> model.show(Reviews.of(Reviews.TWO_TENANTS, "")));
    for (ReviewPage page : ReviewPage.values()) {
      interact(() -> model.open(page));
      until(words -> words.stream().noneMatch(w -> w.equalsIgnoreCase("Analysing…")));
    }
  }

  private static boolean deniesAll(String words) {
    return words.startsWith("No ")
        || words.startsWith("There are no ")
        || words.startsWith("Nothing ")
        || words.startsWith("nothing ")
        || words.startsWith("0 ")
        || words.equals("0");
  }

  private List<String> words() {
    return lookup(".label").queryAllAs(Node.class).stream()
        .filter(BeforeAnalysisTest::isShown)
        .filter(Labeled.class::isInstance)
        .map(n -> ((Labeled) n).getText())
        .filter(t -> t != null)
        .toList();
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private void until(Predicate<List<String>> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> condition.test(words())).get());
  }

  private static final class NothingToFix implements FixesMenu {
    @Override
    public void show(List<FixOffer> offers, Node owner, Bounds near) {
      // nothing is asked for
    }

    @Override
    public void accept(LocatedFinding finding) {
      // nothing is asked for
    }
  }

  private static final class NothingRemoved implements Removing {
    @Override
    public void remove(ExceptionRow row) {
      // nothing is asked for
    }

    @Override
    public void remove(AttestationRow row) {
      // nothing is asked for
    }
  }

  private static final class NothingChosen implements ComparePage.Choosing {
    @Override
    public Optional<Path> file() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folder() {
      return Optional.empty();
    }

    @Override
    public Optional<Supplier<CompareModel.Result>> revision() {
      return Optional.empty();
    }

    @Override
    public void export(Compared compared) {
      // nothing is asked for
    }
  }
}
