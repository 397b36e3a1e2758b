package dev.zonewright.ui.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.EditorStyles;
import dev.zonewright.ui.editor.EditorView;
import dev.zonewright.ui.editor.model.EditorActions;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.css.CssParser;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The editor and the fix menu as they are used: by keys, in a window. */
class EditorWindowTest extends ApplicationTest {
  private final EditorModel model = new EditorModel(Findings.FILE);
  private final List<String> asked = new ArrayList<>();
  private Analysis analysis = Findings.of(Findings.TEXT);

  @Override
  public void start(Stage stage) {
    FixModel fixes = new FixModel(new Applying(), Runnable::run, Runnable::run);
    FixMenu menu = new FixMenu(fixes);
    model.load(Findings.TEXT);
    StackPane root = new StackPane();
    EditorView view = new EditorView(model, new Asking(fixes, menu, root));
    model.setFindings(analysis.findings());
    root.getStyleClass().add("zw-light");
    Scene scene = new Scene(root, 900, 500);
    scene.getStylesheets().addAll(EditorStyles.sheets());
    // into a scene that is there, as in the window: before, the root does not have its colours yet
    root.getChildren().add(view.node());
    stage.setScene(scene);
    stage.show();
    view.requestFocus();
  }

  private final class Applying implements FixActions {
    @Override
    public void accept(LocatedFinding finding) {}

    @Override
    public void apply(LocatedFinding finding, FixOutcome.Applied outcome, String before) {
      model.apply(outcome.edits());
      analysis = Findings.of(model.text());
      model.setFindings(analysis.findings());
    }

    @Override
    public void fixDocument(LocatedFinding finding) {
      asked.add("document");
    }

    @Override
    public void fixEverywhere(LocatedFinding finding) {
      asked.add("everywhere");
    }

    @Override
    public void explain(LocatedFinding finding) {
      asked.add("explain");
    }
  }

  private final class Asking implements EditorActions {
    private final FixModel fixes;
    private final FixMenu menu;
    private final StackPane root;

    Asking(FixModel fixes, FixMenu menu, StackPane root) {
      this.fixes = fixes;
      this.menu = menu;
      this.root = root;
    }

    @Override
    public void nextFinding() {
      asked.add("next");
    }

    @Override
    public void previousFinding() {
      asked.add("previous");
    }

    @Override
    public void showFixes(LocatedFinding finding, Bounds key) {
      fixes.open(analysis, model.text(), model.findingsAtCaret());
      menu.show(root, key, _ -> Optional.empty());
    }

    @Override
    public void explain(LocatedFinding finding) {
      asked.add("explain");
    }

    @Override
    public void save() {
      asked.add("save");
    }
  }

  private CodeArea area() {
    return lookup("#editor-text").queryAs(CodeArea.class);
  }

  private LocatedFinding finding(String id) {
    return model.findings().stream()
        .filter(f -> f.finding().control().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void select(String id) {
    interact(() -> model.selectedProperty().set(finding(id)));
  }

  private Optional<Window> popup() {
    WaitForAsyncUtils.waitForFxEvents();
    return Window.getWindows().stream()
        .filter(w -> w.getScene().lookup("#fix-preview") != null)
        .findFirst();
  }

  private List<String> diffLines() {
    return popup().orElseThrow().getScene().getRoot().lookupAll(".zw-diff-line").stream()
        .map(n -> ((Label) n).getText())
        .toList();
  }

  @Test
  void typingShowsAndUndoTakesItBack() {
    interact(() -> model.reveal(TextRange.at(0)));
    write("# new");
    type(KeyCode.ENTER);
    assertThat(model.text()).isEqualTo("# new\n" + Findings.TEXT);
    assertThat(area().getText()).isEqualTo(model.text());
    assertThat(area().getStyleOfChar(1)).contains("zw-comment");
    press(KeyCode.CONTROL).type(KeyCode.Z).type(KeyCode.Z).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(area().getText()).isEqualTo(Findings.TEXT);
    assertThat(model.modifiedProperty().get()).isFalse();
  }

  @Test
  void theKeyOfAFindingIsUnderlinedAndWhatIsMissingDotted() {
    int key = finding("privileged-container").range().start();
    assertThat(area().getStyleOfChar(key)).containsExactly("zw-key", "zw-squiggle-high");
    assertThat(area().getStyleOfChar(key + 12)).containsExactly("zw-number");
    int spec = Findings.TEXT.indexOf("spec:");
    assertThat(area().getStyleOfChar(spec)).contains("zw-absent-critical");
    assertThat(lookup(".zw-inlay").queryAs(Label.class).getText())
        .isEqualTo("missing: runtimeClassName — Not in an Edera zone");
  }

  @Test
  void theMenuShowsTheDiffEnterAppliesItAndOneUndoTakesItBack() {
    select("privileged-container");
    press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
    assertThat(diffLines())
        .containsExactly(
            " 9   securityContext:",
            "10 -   privileged: true",
            "10 +   privileged: false",
            "11     runAsUser: 1000");
    type(KeyCode.ENTER);
    assertThat(popup()).isEmpty();
    assertThat(model.text())
        .isEqualTo(Findings.TEXT.replace("privileged: true", "privileged: false"));
    assertThat(area().getText()).isEqualTo(model.text());
    assertThat(area().getStyleOfChar(model.text().indexOf("privileged"))).containsExactly("zw-key");
    press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(area().getText()).isEqualTo(Findings.TEXT);
  }

  @Test
  void theListOfFixesIsWholeWhicheverIsChosen() {
    for (LocatedFinding finding : List.copyOf(model.findings())) {
      interact(() -> model.selectedProperty().set(finding));
      press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
      Region list = (Region) popup().orElseThrow().getScene().lookup("#fix-list");
      for (int i = 0; i < list.getChildrenUnmodifiable().size(); i++) {
        interact(() -> list.getScene().getRoot().layout());
        double seen = list.getParent().getLayoutBounds().getHeight();
        double needed = list.prefHeight(list.getWidth());
        assertThat(seen).as(finding.finding().control().id()).isGreaterThan(needed - 1);
        type(KeyCode.DOWN);
      }
      type(KeyCode.ESCAPE);
    }
  }

  @Test
  void noColourIsMissingAsTheMenuIsOpenedOnceMore() {
    ObservableList<CssParser.ParseError> faults = CssParser.errorsProperty();
    interact(faults::clear);
    for (LocatedFinding finding : List.copyOf(model.findings())) {
      interact(() -> model.selectedProperty().set(finding));
      press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
      type(KeyCode.ESCAPE);
    }
    assertThat(List.copyOf(faults)).isEmpty();
  }

  @Test
  void escapeLeavesEverythingAsItWas() {
    select("privileged-container");
    press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
    assertThat(popup()).isPresent();
    type(KeyCode.ESCAPE);
    assertThat(popup()).isEmpty();
    assertThat(model.text()).isEqualTo(Findings.TEXT);
    assertThat(model.canUndoProperty().get()).isFalse();
    write("x");
    assertThat(model.text()).hasSize(Findings.TEXT.length() + 1);
  }

  @Test
  void keysReachTheWindow() {
    select("privileged-container");
    type(KeyCode.F2);
    press(KeyCode.SHIFT).type(KeyCode.F2).release(KeyCode.SHIFT);
    press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
    type(KeyCode.F1);
    assertThat(asked).containsExactly("next", "previous", "save", "explain");
  }

  @Test
  void enterIndentsAsYamlWantsItAndTabByAStep() {
    select("fixed-user");
    type(KeyCode.END, KeyCode.ENTER);
    write("a:");
    type(KeyCode.ENTER);
    write("b: 1");
    type(KeyCode.ENTER, KeyCode.TAB);
    write("# c");
    assertThat(model.text())
        .isEqualTo(Findings.TEXT + "        a:\n          b: 1\n            # c\n");
  }

  @Test
  void linesThatComeIntoViewAreUnderlined() {
    String text = "# a comment\n".repeat(400) + "---\n" + Findings.TEXT;
    interact(() -> {
      model.load(text);
      model.setFindings(Findings.of(text).findings());
    });
    select("privileged-container");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(area().getStyleOfChar(text.indexOf("privileged")))
        .contains("zw-key", "zw-squiggle-high");
    assertThat(area().getStyleOfChar(text.indexOf("runAsUser")))
        .contains("zw-key", "zw-squiggle-low");
  }
}
