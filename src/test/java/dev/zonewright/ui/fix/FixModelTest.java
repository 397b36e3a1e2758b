package dev.zonewright.ui.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.Fixer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.LineDiff;
import dev.zonewright.ui.editor.model.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixModelTest {
  private final List<String> done = new ArrayList<>();
  private final Analysis analysis = Findings.of(Findings.TEXT);
  private final FixModel model = new FixModel(new Noting(), Runnable::run, Runnable::run);

  private final class Noting implements FixActions {
    @Override
    public void accept(LocatedFinding finding) {
      done.add("accept " + finding.finding().control().id());
    }

    @Override
    public void apply(LocatedFinding finding, FixOutcome.Applied outcome, String before) {
      done.add(outcome.edits().apply(before));
    }

    @Override
    public void fixDocument(LocatedFinding finding) {
      done.add("document");
    }

    @Override
    public void fixEverywhere(LocatedFinding finding) {
      done.add("everywhere");
    }

    @Override
    public void explain(LocatedFinding finding) {
      done.add("explain " + finding.finding().control().id());
    }
  }

  private void open(String id) {
    model.open(
        analysis,
        Findings.TEXT,
        analysis.findings().stream().filter(f -> f.finding().control().id().equals(id)).toList());
  }

  @Test
  void thePreferredFixStandsFirstAndARefusedOneSaysWhy() {
    open("privileged-container");
    assertThat(model.entries())
        .extracting(FixEntry::title, FixEntry::isEnabled)
        .containsExactly(
            tuple("Set privileged to false", true),
            tuple("Ask a person · a person must decide", false),
            tuple("Fix the 2 safe findings in this document", true),
            tuple("Accept risk…", true),
            tuple("Explain this control", true));
    assertThat(model.selectedProperty().get()).isEqualTo(model.entries().getFirst());
  }

  @Test
  void theChosenFixIsAppliedAsTheDiffShowsIt() {
    open("privileged-container");
    FixEntry.Ready ready = (FixEntry.Ready) model.entries().getFirst();
    assertThat(ready.diff().changedLines()).isEqualTo(1);
    assertThat(ready.diff().unified("a", "b"))
        .contains("-        privileged: true\n")
        .contains("+        privileged: false\n");
    assertThat(model.activate()).isTrue();
    assertThat(done)
        .containsExactly(Findings.TEXT.replace("privileged: true", "privileged: false"));
  }

  @Test
  void movingPassesOverWhatCannotBeChosen() {
    open("privileged-container");
    model.selectNext();
    model.selectNext();
    assertThat(model.selectedProperty().get()).isInstanceOf(FixEntry.Accept.class);
    assertThat(model.activate()).isTrue();
    model.selectNext();
    assertThat(model.selectedProperty().get()).isInstanceOf(FixEntry.Explain.class);
    model.selectNext();
    assertThat(model.activate()).isTrue();
    assertThat(done).containsExactly("accept privileged-container", "explain privileged-container");
    model.selectPrevious();
    model.selectPrevious();
    assertThat(model.selectedProperty().get()).isInstanceOf(FixEntry.InDocument.class);
  }

  @Test
  void aFindingWithoutFixSaysWhatToDo() {
    open("fixed-user");
    assertThat(model.entries().stream().filter(e -> !e.isEnabled()))
        .extracting(FixEntry::title)
        .containsExactly("No fix available · Choose the user in the image.");
  }

  @Test
  void enterNeverAppliesTheFixOfAnotherFindingThanTheOneThatWasAskedAbout() {
    List<LocatedFinding> found = new ArrayList<>(analysis.findings());
    found.sort(Comparator.comparing(f -> !f.finding().control().id().equals("fixed-user")));
    model.open(analysis, Findings.TEXT, found);
    assertThat(model.entries()).anyMatch(FixEntry.Ready.class::isInstance);
    assertThat(model.activate()).isTrue();
    assertThat(done).containsExactly("explain fixed-user");
  }

  @Test
  void severalFindingsHaveTheirHeadingsAndNoChangeIsOfferedTwice() {
    LocatedFinding privileged = find("privileged-container");
    LocatedFinding zone = find("not-in-a-zone");
    // another finding that the very same change closes
    FixOffer other =
        new FixOffer(find("fixed-user"), List.of(privileged.finding().fixes().getFirst()));
    model.offer(
        analysis,
        Findings.TEXT,
        List.of(FixOffer.of(privileged), other, FixOffer.of(zone), FixOffer.of(zone)));
    assertThat(model.entries())
        .extracting(FixEntry::title, FixEntry::isEnabled)
        .containsExactly(
            tuple("Privileged container", false),
            tuple("Set privileged to false", true),
            tuple("Ask a person · a person must decide", false),
            tuple("Fixed user", false),
            tuple("Closed by “Set privileged to false”", false),
            tuple("Not in an Edera zone", false),
            tuple("Run the pod in a zone", true),
            tuple("Fix the 2 safe findings in this document", true),
            tuple("Accept risk of “Privileged container”…", true),
            tuple("Explain “Privileged container”", true));
  }

  private LocatedFinding find(String id) {
    return analysis.findings().stream()
        .filter(f -> f.finding().control().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFixOfTheFindingThatWasAskedAboutIsPreselected() {
    for (String id : List.of("privileged-container", "not-in-a-zone")) {
      List<LocatedFinding> found = new ArrayList<>(analysis.findings());
      found.sort(Comparator.comparing(f -> !f.finding().control().id().equals(id)));
      model.open(analysis, Findings.TEXT, found);
      assertThat(model.selectedProperty().get())
          .isInstanceOfSatisfying(
              FixEntry.Ready.class,
              ready -> assertThat(ready.finding().finding().control().id()).isEqualTo(id))
          .isEqualTo(
              model.entries().stream().filter(FixEntry::isEnabled).findFirst().orElseThrow());
    }
  }

  @Test
  void whatComesAfterClosingIsDropped() {
    List<Runnable> later = new ArrayList<>();
    FixModel slow = new FixModel(new Noting(), later::add, Runnable::run);
    slow.open(analysis, Findings.TEXT, analysis.findings());
    assertThat(slow.workingProperty().get()).isTrue();
    slow.close();
    later.forEach(Runnable::run);
    assertThat(slow.entries()).isEmpty();
    assertThat(slow.activate()).isFalse();
    assertThat(done).isEmpty();
  }

  @Test
  void fixingAllSaysHonestlyWhatIsLeft() {
    FixAllModel all = all();
    all.start();
    assertThat(all.stateProperty().get()).isInstanceOf(FixAllModel.State.Ready.class);
    FixAllPreview preview = ((FixAllModel.State.Ready) all.stateProperty().get()).preview();
    assertThat(preview.summary()).containsExactly("closes 2", "leaves 1", "1 without a fix");
    assertThat(preview.button()).isEqualTo("Apply 2 fixes in 1 file");
    assertThat(preview.left()).isEqualTo(preview.run().after().findings().size());
    assertThat(preview.run().after().findings()).hasSize(1);
    assertThat(preview.files()).hasSize(1);
    assertThat(preview.files().getFirst().diff().changedLines()).isEqualTo(2);
    assertThat(all.result()).isPresent();
  }

  @Test
  void whatIsNotTickedIsNotFixed() {
    FixAllModel all = all();
    all.start();
    FixChoices.FileGroup file = all.choices().files().getFirst();
    assertThat(file.controls())
        .extracting(FixChoices.ControlGroup::control)
        .containsExactly("Not in an Edera zone", "Privileged container");
    assertThat(file.items()).allMatch(all.choices()::isTicked);
    all.tick(file.controls().getFirst().items(), false);
    assertThat(
            all.result().orElseThrow().after().manifest(Findings.FILE).orElseThrow().stream()
                .text())
        .isEqualTo(Findings.TEXT.replace("privileged: true", "privileged: false"));
    FixAllPreview preview = ((FixAllModel.State.Ready) all.stateProperty().get()).preview();
    assertThat(preview.summary())
        .containsExactly("closes 1", "leaves 2", "1 not selected", "1 without a fix");
    all.tick(file.items(), false);
    assertThat(all.result()).isEmpty();
    all.tick(file.items(), true);
    assertThat(all.result()).isPresent();
    all.close();
    assertThat(all.result()).isEmpty();
  }

  @Test
  void linesBeforeAndAfterStandBesideEachOther() {
    List<SideRow> rows = SideRow.of(LineDiff.between("a\nb: 1\nc\n", "a\nb: 12\nnew\nc\n", 1));
    assertThat(rows)
        .extracting(SideBySideText::of)
        .containsExactly("a|a", "b: 1|b: 12", "|new", "c|c");
    assertThat(rows.get(1).inline()).isEqualTo(new InlineChange(3, 4, 5));
    assertThat(InlineChange.of("x: true", "x: false")).isEqualTo(new InlineChange(3, 7, 8));
    assertThat(InlineChange.of("  aa: 1", "  bb: 2")).isEqualTo(new InlineChange(0, 0, 0));
    assertThat(InlineChange.of("a: [X]", "a: [X, Y]")).isEqualTo(new InlineChange(5, 5, 8));
    assertThat(InlineChange.of("x: bar # why", "x: barbar # why"))
        .isEqualTo(new InlineChange(3, 6, 9));
    assertThat(InlineChange.of("a😀", "a😁")).isEqualTo(new InlineChange(1, 3, 3));
  }

  private record SideBySideText() {
    static String of(SideRow row) {
      return (row.before() == null ? "" : row.before().text())
          + "|"
          + (row.after() == null ? "" : row.after().text());
    }
  }

  private FixAllModel all() {
    return new FixAllModel(
        new Fixer(Findings.analyzer()),
        analysis,
        Findings.FILE,
        FixAllModel.everything(),
        Runnable::run,
        Runnable::run);
  }
}
