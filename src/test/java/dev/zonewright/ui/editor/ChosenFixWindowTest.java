package dev.zonewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.EditorPreferences;
import dev.zonewright.ui.editor.model.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** Asking for fixes while a text is still coming into its area, and where findings share a line. */
class ChosenFixWindowTest extends ApplicationTest {
  private final EditorModel model = new EditorModel(Findings.FILE);
  private final List<Runnable> waiting = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private Optional<LocatedFinding> chosen = Optional.empty();
  private Optional<EditorView> view = Optional.empty();

  @Override
  public void start(Stage stage) {
    model.load(Findings.TEXT);
    BackgroundRunner slow =
        new BackgroundRunner(
            waiting::add,
            waiting::add,
            Runnable::run,
            (_, task) -> {
              task.run();
              return () -> {};
            });
    EditorView shown = new EditorView(model, new Asking(), slow, new EditorPreferences());
    view = Optional.of(shown);
    StackPane root = new StackPane();
    stage.setScene(new Scene(root, 900, 500));
    root.getChildren().add(shown.node());
    stage.show();
    model.setFindings(Findings.of(Findings.TEXT).findings());
  }

  private final class Asking extends NoActions {
    @Override
    public Optional<LocatedFinding> chosen() {
      return chosen;
    }

    @Override
    public void showFixes(LocatedFinding finding, Bounds key) {
      asked.add(finding.finding().control().id());
    }
  }

  private LocatedFinding finding(String id) {
    return model.findings().stream()
        .filter(f -> f.finding().control().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theMenuOpensBeforeTheTextIsInItsArea() {
    interact(() -> {
      assertThat(lookup("#editor-text").queryAs(CodeArea.class).getLength()).isZero();
      model.selectedProperty().set(finding("privileged-container"));
      view.orElseThrow().showFixes();
    });
    assertThat(asked).containsExactly("privileged-container");
  }

  @Test
  void theChosenFindingOfTheLineIsTheOneThatIsAskedAbout() {
    LocatedFinding first = finding("privileged-container");
    LocatedFinding other = finding("fixed-user");
    // both are marked in the same place, the more severe one first
    LocatedFinding beside =
        new LocatedFinding(
            other.file(),
            other.document(),
            first.range(),
            first.start(),
            first.end(),
            other.related(),
            other.fingerprint(),
            other.finding());
    interact(() -> {
      model.setFindings(List.of(first, beside));
      model.reveal(first.range());
      view.orElseThrow().showFixes();
      chosen = Optional.of(beside);
      view.orElseThrow().showFixes();
    });
    assertThat(asked).containsExactly("privileged-container", "fixed-user");
  }
}
