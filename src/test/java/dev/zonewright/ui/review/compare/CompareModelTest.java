package dev.zonewright.ui.review.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.report.ReviewShare;
import dev.zonewright.report.Version;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.ui.review.ReviewApplication;
import dev.zonewright.ui.review.Reviews;
import dev.zonewright.workspace.ManifestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changed since a version: what was first opened, what was kept, a folder, a file. */
class CompareModelTest {
  private static final String BETTER = Reviews.TWO_TENANTS.replace("0.0.0.0/0", "203.0.113.7/32");

  @TempDir Path folder;

  private final CompareModel model =
      new CompareModel(
          Reviews.runner(),
          new SideSource(
                  new ManifestStore(),
                  new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE),
                  ReviewApplication.of(ControlCatalogue.all()))
              ::read);

  private void look() {
    model.onShowProperty().set(true);
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
  }

  @Test
  void whatIsEditedIsHeldAgainstWhatWasFirstOpened() {
    look();
    assertThat(model.comparisonProperty().get()).isNotNull();
    assertThat(ChangeLine.of(model.comparisonProperty().get())).isEmpty();

    model.show(Reviews.of(BETTER, ""));
    assertThat(ChangeLine.of(model.comparisonProperty().get()))
        .isNotEmpty()
        .allMatch(line -> line.state() == ChangeLine.State.FIXED);
    assertThat(model.moved()).isNotEmpty().allMatch(RiskChange::isBetter);
  }

  @Test
  void whatIsOpenedNowCanBeKept() {
    look();
    model.keep();
    model.show(Reviews.of(BETTER, ""));
    model.keep();

    assertThat(ChangeLine.of(model.comparisonProperty().get())).isEmpty();
  }

  @Test
  void aFolderIsAnalysedAndABaselineIsRead() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), BETTER);
    look();
    model.choose(folder);

    assertThat(model.beforeProperty().get())
        .isNotNull()
        .extracting(Before::name)
        .isEqualTo(folder.toString());
    assertThat(ChangeLine.of(model.comparisonProperty().get()))
        .isNotEmpty()
        .allMatch(line -> line.state() == ChangeLine.State.ADDED);
  }

  @Test
  void whatCannotBeReadSaysWhyAndTheVersionBeforeStays() throws Exception {
    look();
    model.choose(folder.resolve("nothing.yaml"));
    assertThat(model.problemProperty().get()).contains("nothing.yaml");
    assertThat(model.beforeProperty().get())
        .isNotNull()
        .extracting(Before::name)
        .isEqualTo("first opened");

    Path share =
        Files.writeString(
            folder.resolve("share.json"),
            "{\"tool\":{\"name\":\"%s\"},\"findings\":[],\"%s\":{}}"
                .formatted(Version.TOOL, ReviewShare.PROPERTY));
    model.choose(share);
    assertThat(model.problemProperty().get()).isNotEmpty();
  }

  @Test
  void nothingIsComparedWhileNobodyLooks() {
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    assertThat(model.comparisonProperty().get()).isNull();
  }
}
