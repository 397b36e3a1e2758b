package dev.zonewright.ui.review.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.report.ReviewShare;
import dev.zonewright.report.Version;
import dev.zonewright.report.compare.Baseline;
import dev.zonewright.report.compare.Compared;
import dev.zonewright.report.compare.Side;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.ui.review.ReviewApplication;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.ui.review.Reviews;
import dev.zonewright.workspace.ManifestStore;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
              ReviewApplication.of(ControlCatalogue.all())));

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
  void aFileThatCannotBeReadIsOnBothSidesThoughItComesAfterTheOthers() {
    look();
    ReviewFacts facts = Reviews.of(Reviews.TWO_TENANTS, "");
    CoverageItem unread =
        new CoverageItem("b.yaml", 0, 1, "", "", "", CoverageItem.Status.FAILED, "it is binary");
    model.show(
        ReviewFacts.of(
            facts.analysis().accounting(unread, true),
            facts.risks(),
            facts.checklists(),
            facts.review(),
            facts.today()));
    assertThat(compared().before().documents()).isEqualTo(compared().after().documents());
    assertThat(compared().after().documents())
        .isEqualTo(facts.analysis().coverage().documents() + 1);
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
    model.choose(CompareModel.End.BEFORE, folder);

    assertThat(model.beforeProperty().get())
        .isNotNull()
        .extracting(Before::name)
        .isEqualTo(folder.toString());
    assertThat(ChangeLine.of(model.comparisonProperty().get()))
        .isNotEmpty()
        .allMatch(line -> line.state() == ChangeLine.State.ADDED);
  }

  @Test
  void swappedVersionsTellTheOtherWayRoundAndTheOverviewKeepsItsOwn() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), BETTER);
    look();
    model.choose(CompareModel.End.BEFORE, folder);
    model.swap();

    assertThat(ends()).containsExactly("what is opened now", folder.toString());
    assertThat(name()).isEqualTo(folder.toString());
    assertThat(ChangeLine.of(compared()))
        .isNotEmpty()
        .allMatch(line -> line.state() == ChangeLine.State.FIXED);
    assertThat(model.moved()).isNotEmpty().allMatch(RiskChange::isBetter);

    model.swap();
    assertThat(ChangeLine.of(compared()))
        .isNotEmpty()
        .allMatch(line -> line.state() == ChangeLine.State.ADDED);
  }

  @Test
  void anotherVersionStandsAfterUntilWhatIsOpenedDoesAgain() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), BETTER);
    look();
    model.choose(CompareModel.End.AFTER, folder);

    assertThat(ends()).containsExactly("first opened", folder.toString());
    assertThat(ChangeLine.of(compared()))
        .isNotEmpty()
        .allMatch(line -> line.state() == ChangeLine.State.FIXED);

    model.now(CompareModel.End.AFTER);
    assertThat(ends()).containsExactly("first opened", "what is opened now");
    assertThat(ChangeLine.of(compared())).isEmpty();
  }

  @Test
  void sortedFindingsAreTheSameOnes() {
    look();
    model.show(Reviews.of(BETTER, ""));
    List<ChangeLine> lines = ChangeLine.of(compared());
    for (ChangeOrder order : ChangeOrder.values()) {
      assertThat(order.of(lines)).containsExactlyInAnyOrderElementsOf(lines);
    }
    assertThat(ChangeOrder.SEVERITY.of(lines))
        .isSortedAccordingTo(Comparator.comparing(l -> l.entry().severity()));
    assertThat(ChangeOrder.CONTROL.of(lines))
        .isSortedAccordingTo(Comparator.comparing(l -> l.entry().control()));
  }

  @Test
  void whatWasFoundOfOtherVersionsIsNotShownUnderTheNamesOfThese() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), BETTER);
    look();
    List<Boolean> nothing = new ArrayList<>();
    model.comparisonProperty().subscribe(now -> nothing.add(now == null));
    model.choose(CompareModel.End.BEFORE, folder);
    model.show(Reviews.of(BETTER, ""));

    assertThat(nothing).containsExactly(false, true, false, false);
  }

  private Compared compared() {
    return Objects.requireNonNull(model.comparisonProperty().get());
  }

  private List<String> ends() {
    CompareModel.Ends ends = model.endsProperty().get();
    return List.of(
        Objects.requireNonNull(ends.before()).name(), Objects.requireNonNull(ends.after()).name());
  }

  @Test
  void theBaselineThatTheReviewFileNamesIsComparedWithUntilAnotherIsChosen() throws Exception {
    Path review = folder.resolve("zonewright-review.yaml");
    try (OutputStream out = Files.newOutputStream(folder.resolve("baseline.json"))) {
      Side side = Before.sideOf(Reviews.of(BETTER, ""));
      Baseline.write(side, LocalDate.of(2026, 10, 30), out);
    }
    model.onShowProperty().set(true);
    model.show(Reviews.of(Reviews.TWO_TENANTS, review.toString(), "baseline: baseline.json\n"));

    assertThat(name()).isEqualTo("baseline of 30 Oct 2026");
    assertThat(model.moved()).isNotEmpty().noneMatch(RiskChange::isBetter);

    model.show(Reviews.of(BETTER, review.toString(), "baseline: baseline.json\n"));
    assertThat(name()).isEqualTo("baseline of 30 Oct 2026");
    assertThat(model.moved()).isEmpty();

    model.show(Reviews.of(BETTER, review.toString(), "baseline: gone.json\n"));
    assertThat(model.problemProperty().get()).contains("gone.json");

    model.show(Reviews.of(BETTER, review.toString(), "agents: []\n"));
    assertThat(name()).isEqualTo("first opened");

    model.choose(CompareModel.End.BEFORE, folder.resolve("baseline.json"));
    model.keep();
    model.show(Reviews.of(BETTER, review.toString(), "baseline: baseline.json\n"));
    assertThat(name()).isEqualTo("kept");
  }

  @Test
  void aBaselineElsewhereIsNotReadThroughALink() throws Exception {
    Path inside = Files.createDirectory(folder.resolve("review"));
    Path outside = Files.writeString(folder.resolve("other.json"), "{}");
    Files.createSymbolicLink(inside.resolve("baseline.json"), outside);
    Path review = inside.resolve("zonewright-review.yaml");
    model.show(Reviews.of(BETTER, review.toString(), "baseline: baseline.json\n"));

    assertThat(model.problemProperty().get()).contains("link");
    assertThat(name()).isEqualTo("first opened");
  }

  private String name() {
    return Objects.requireNonNull(model.beforeProperty().get()).name();
  }

  @Test
  void whatCannotBeReadSaysWhyAndTheVersionBeforeStays() throws Exception {
    look();
    model.choose(CompareModel.End.BEFORE, folder.resolve("nothing.yaml"));
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
    model.choose(CompareModel.End.BEFORE, share);
    assertThat(model.problemProperty().get()).isNotEmpty();
  }

  @Test
  void nothingIsComparedWhileNobodyLooks() {
    model.show(Reviews.of(Reviews.TWO_TENANTS, ""));
    assertThat(model.comparisonProperty().get()).isNull();
  }
}
