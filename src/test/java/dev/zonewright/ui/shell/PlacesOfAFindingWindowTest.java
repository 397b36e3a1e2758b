package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedRelated;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.PlaceNumber;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.RelatedMark;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.preferences.Themes;
import dev.zonewright.workspace.ManifestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The places that a finding rests on: the same numbers in editor, table and help, each led to. */
class PlacesOfAFindingWindowTest extends ApplicationTest {
  private static final Path SAMPLES = Path.of("assets", "samples");

  private ShellModel model = new Bench(Path.of("")).model;

  @Override
  public void start(Stage stage) {
    assumeTrue(Files.isDirectory(SAMPLES), "the samples are not there");
    Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
    model = new ShellModel(Bench.direct(), new ManifestStore(), analyzer, Profile.EDERA_REFERENCE);
    ShellView view = new ShellView(model, BackgroundRunner.live(), Optional.empty());
    Scene scene = new Scene(view.root(), 1000, 800);
    Themes.wear(scene, model.themeProperty());
    view.takeKeys();
    stage.setScene(scene);
    stage.show();
    model.open(List.of(SAMPLES));
  }

  /** One that rests on most files. */
  private LocatedFinding finding() {
    return model.analysisProperty().get().findings().stream()
        .max(
            Comparator.comparingLong(
                f -> f.related().stream().map(LocatedRelated::file).distinct().count()))
        .orElseThrow();
  }

  @Test
  void aKeyLeadsFromPlaceToPlaceInAnyFileAndBack() {
    LocatedFinding finding = finding();
    assertThat(finding.related())
        .extracting(LocatedRelated::file)
        .anyMatch(f -> !f.equals(finding.file()));
    interact(() -> model.choose(finding));
    for (int i = 0; i < finding.related().size(); i++) {
      push(KeyCode.F8);
      LocatedRelated place = finding.related().get(i);
      assertThat(active().name()).isEqualTo(place.file());
      assertThat(editor().caretProperty().get()).isEqualTo(place.range().start());
      assertThat(chosen()).isEqualTo(finding);
      assertThat(model.selection().currentProperty().get().number()).isEqualTo(i + 1);
      assertThat(editor().relatedAt(place.start().line() - 1))
          .extracting(RelatedMark::number)
          .contains(i + 1);
    }
    push(KeyCode.F8);
    assertThat(active().name()).isEqualTo(finding.file());
    assertThat(editor().caretProperty().get()).isEqualTo(finding.range().start());
    push(KeyCode.SHIFT, KeyCode.F8);
    assertThat(model.selection().currentProperty().get().number())
        .isEqualTo(finding.related().size());
  }

  @Test
  void helpAndTableHaveTheSameNumbersAndEachLeadsToItsPlace() throws TimeoutException {
    LocatedFinding finding = finding();
    for (int number = 1; number <= finding.related().size(); number++) {
      interact(() -> model.choose(finding));
      LocatedRelated place = finding.related().get(number - 1);
      String id = "#help-place-" + number;
      waitUntilShown(id);
      Hyperlink link = lookup(id).query();
      interact(link::fire);
      assertThat(active().name()).isEqualTo(place.file());
      assertThat(editor().caretProperty().get()).isEqualTo(place.range().start());
      assertThat(chosen()).isEqualTo(finding);
    }
    interact(() -> model.choose(finding));
    waitUntilShown("#help-place-1");
    List<Button> inHelp = List.copyOf(lookup("#help-panel .place-number").queryAllAs(Button.class));
    assertThat(inHelp)
        .extracting(Button::getText)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, finding.related().size())
                .mapToObj(Integer::toString)
                .toList());
    Button second = numbersInTable(finding).getFirst();
    interact(second::fire);
    assertThat(chosen()).isEqualTo(finding);
    assertThat(active().name()).isEqualTo(finding.related().getFirst().file());
  }

  /** The help has a frame of its own, after the rest. */
  private void waitUntilShown(String id) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> lookup(id).tryQuery().isPresent());
  }

  @Test
  void aNumberMovesWithItsLineAndGoesWithItsCharacters() {
    LocatedFinding finding = finding();
    interact(() -> model.choose(finding));
    push(KeyCode.F8);
    EditorModel editor = editor();
    LocatedRelated place = finding.related().getFirst();
    int line = place.start().line() - 1;
    List<RelatedMark> before = editor.relatedAt(line);
    EditorModel alone = new EditorModel(place.file());
    alone.load(editor.text());
    alone.setRelated(before);
    alone.apply(EditSet.of(TextEdit.insert(0, "# one more line\n")));
    assertThat(alone.relatedAt(line)).isEmpty();
    assertThat(alone.relatedAt(line + 1)).hasSameSizeAs(before);
    alone.apply(EditSet.of(TextEdit.replace(0, alone.text().length(), "a: 1\n")));
    assertThat(IntStream.range(0, 2).mapToObj(alone::relatedAt)).allMatch(List::isEmpty);
  }

  @Test
  void theLineShowsNumberAndRole() {
    LocatedFinding finding = finding();
    interact(() -> model.choose(finding));
    push(KeyCode.F8);
    LocatedRelated place = finding.related().getFirst();
    assertThat(lookup(".zw-places .place-number").queryAllAs(PlaceNumber.class))
        .anySatisfy(number -> {
          assertThat(number.getText()).isEqualTo("1");
          assertThat(number.getAccessibleText()).contains(place.role());
        });
  }

  private List<Button> numbersInTable(LocatedFinding finding) {
    String first = "1. " + finding.related().getFirst().role() + ": ";
    return lookup("#findings-table .place-number").queryAllAs(Button.class).stream()
        .filter(b -> b.getAccessibleText().startsWith(first))
        .toList();
  }

  private OpenFile active() {
    return Optional.ofNullable(model.tabs().activeProperty().get()).orElseThrow();
  }

  private EditorModel editor() {
    return active().editor();
  }

  private LocatedFinding chosen() {
    return Optional.ofNullable(model.findings().selectedProperty().get()).orElseThrow();
  }
}
