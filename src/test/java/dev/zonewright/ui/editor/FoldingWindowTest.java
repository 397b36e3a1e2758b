package dev.zonewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.EditorPreferences;
import dev.zonewright.ui.editor.model.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Lines are folded away by keys and by the arrow, and everything else goes on as before. */
class FoldingWindowTest extends ApplicationTest {
  private static final String TEXT = Findings.TEXT;
  private static final String FOLDED =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: api
      spec:
      """;

  private final EditorModel model = new EditorModel(Findings.FILE);

  @Override
  public void start(Stage stage) {
    model.load(TEXT);
    EditorView view =
        new EditorView(model, new NoActions(), BackgroundRunner.live(), new EditorPreferences());
    EditorStage.show(stage, view);
  }

  @BeforeEach
  void shown() throws TimeoutException {
    until(() -> area().getText().equals(TEXT) && area().isEditable());
    interact(() -> model.setFindings(Findings.of(TEXT).findings()));
  }

  private static void until(Callable<Boolean> holds) throws TimeoutException {
    // the scene is only read by the thread that changes it
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private CodeArea area() {
    return lookup("#editor-text").queryAs(CodeArea.class);
  }

  private void caretTo(String words) {
    interact(() -> model.reveal(TextRange.at(model.text().indexOf(words))));
  }

  private void fold(String words) {
    caretTo(words);
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
  }

  private List<String> numbers() {
    return lookup(".zw-line-number").queryAllAs(Text.class).stream()
        .filter(n -> n.getScene() != null)
        .map(Text::getText)
        .sorted((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)))
        .toList();
  }

  @Test
  void keysFoldAndOpenAndLinesKeepTheirNumbers() throws TimeoutException {
    fold("spec:");
    assertThat(area().getText()).isEqualTo(FOLDED);
    assertThat(model.text()).isEqualTo(TEXT);
    until(() -> numbers().equals(List.of("1", "2", "3", "4", "5", "12")));
    until(() -> lookup(".zw-folded").tryQueryAs(Label.class).isPresent());
    assertThat(lookup(".zw-folded").queryAs(Label.class).getText()).isEqualTo("⋯ 6 lines");
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.CLOSE_BRACKET);
    assertThat(area().getText()).isEqualTo(TEXT);
    until(() -> lookup(".zw-folded").tryQuery().isEmpty());
    until(() -> area().getStyleOfChar(TEXT.indexOf("privileged")).contains("zw-key"));
  }

  @Test
  void theLineOfAFoldShowsTheWorstOfWhatItHides() throws TimeoutException {
    caretTo("kind");
    fold("spec:");
    String worst =
        model.findings().stream()
            .map(f -> f.finding().severity())
            .min(Enum::compareTo)
            .orElseThrow()
            .word();
    until(() -> lookup(".zw-gutter .zw-severity." + worst).tryQuery().isPresent());
    Node mark = lookup(".zw-gutter .zw-severity." + worst).query();
    Node folded = lookup(".zw-folded").query();
    assertThat(mark.getParent()).isSameAs(folded.getParent());
  }

  @Test
  void goingToAFindingOrALineOpensWhatHidesIt() {
    fold("spec:");
    interact(() -> model.selectedProperty().set(model.findings().getLast()));
    assertThat(area().getText()).isEqualTo(TEXT);
    fold("spec:");
    caretTo("runAsUser");
    assertThat(area().getText()).isEqualTo(TEXT);
    assertThat(area().getCaretPosition()).isEqualTo(TEXT.indexOf("runAsUser"));
    fold("metadata:");
    caretTo("image");
    assertThat(area().getText()).doesNotContain("name: api\nspec").contains("metadata:\nspec:");
  }

  @Test
  void typingBesideAFoldLeavesItAndTheTextIsRight() {
    fold("metadata:");
    push(KeyCode.END);
    write(" # x");
    assertThat(area().getText()).contains("metadata: # x\nspec:");
    assertThat(model.text()).isEqualTo(TEXT.replace("metadata:", "metadata: # x"));
    caretTo("runAsUser");
    write("y");
    assertThat(model.text()).contains("        yrunAsUser");
    while (model.canUndoProperty().get()) {
      push(KeyCode.CONTROL, KeyCode.Z);
    }
    assertThat(model.text()).isEqualTo(TEXT);
  }

  @Test
  void eraseAndEnterOpenAFoldFirst() {
    fold("metadata:");
    caretTo("spec:");
    push(KeyCode.BACK_SPACE);
    assertThat(model.text()).isEqualTo(TEXT.replace("api\nspec", "apispec"));
    assertThat(area().getText()).isEqualTo(model.text());
    interact(model::undo);
    fold("metadata:");
    push(KeyCode.END);
    push(KeyCode.DELETE);
    assertThat(model.text()).isEqualTo(TEXT.replace("metadata:\n", "metadata:"));
    interact(model::undo);
    fold("metadata:");
    push(KeyCode.END);
    push(KeyCode.ENTER);
    assertThat(model.text()).isEqualTo(TEXT.replace("metadata:\n", "metadata:\n  \n"));
    assertThat(area().getText()).isEqualTo(model.text());
  }

  @Test
  void whatIsPastedIntoTheLineOfAFoldOpensIt() {
    fold("metadata:");
    interact(() -> area().insertText(area().getCaretPosition(), "a: 1\nb: "));
    assertThat(model.text()).contains("a: 1\nb: ").contains("name: api");
    assertThat(area().getText()).isEqualTo(model.text());
  }

  @Test
  void fixesAndUndoInsideAFoldOpenIt() {
    fold("metadata:");
    fold("spec:");
    int at = TEXT.indexOf("true");
    interact(() -> model.apply(EditSet.of(TextEdit.replace(at, at + 4, "false"))));
    String fixed = TEXT.replace("true", "false");
    assertThat(model.text()).isEqualTo(fixed);
    assertThat(area().getText()).isEqualTo(fixed.replace("\n  name: api\nspec", "\nspec"));
    fold("spec:");
    interact(model::undo);
    assertThat(model.text()).isEqualTo(TEXT);
    assertThat(area().getText()).isEqualTo(TEXT.replace("\n  name: api\nspec", "\nspec"));
  }

  @Test
  void manyEditsInOneStepKeepWhatTheyDoNotTouch() {
    fold("metadata:");
    StringBuilder wanted = new StringBuilder();
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      wanted.append("# ").append(i).append('\n');
    }
    edits.add(TextEdit.insert(0, wanted.toString()));
    int image = TEXT.indexOf("image");
    for (int i = 0; i < 110; i += 2) {
      edits.add(TextEdit.insert(image + i, "x"));
    }
    interact(() -> model.apply(new EditSet(edits)));
    assertThat(area().getText()).isEqualTo(model.text().replace("\n  name: api\nspec", "\nspec"));
    interact(model::undo);
    assertThat(model.text()).isEqualTo(TEXT);
    assertThat(area().getText()).isEqualTo(TEXT.replace("\n  name: api\nspec", "\nspec"));
  }

  @Test
  void aSelectionAcrossAFoldIsCopiedWhole() {
    fold("spec:");
    push(KeyCode.CONTROL, KeyCode.A);
    push(KeyCode.CONTROL, KeyCode.C);
    interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(TEXT));
  }

  @Test
  void lineCommandsTakeTheFoldAlong() {
    fold("metadata:");
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
    assertThat(model.text()).isEqualTo(TEXT.replace("metadata:\n  name: api\n", ""));
    assertThat(area().getText()).isEqualTo(model.text());
  }

  @Test
  void theArrowFoldsAndTheNoteOpens() throws TimeoutException {
    caretTo("spec:");
    until(() -> lookup(".zw-fold").queryAll().stream().anyMatch(Node::isVisible));
    Node arrow =
        lookup(".zw-fold").queryAll().stream()
            .filter(n ->
                n.getParent().lookup(".zw-line-number") instanceof Text t
                    && t.getText().equals("5"))
            .findFirst()
            .orElseThrow();
    clickOn(arrow);
    assertThat(area().getText()).isEqualTo(FOLDED);
    until(() -> lookup(".zw-folded").tryQuery().isPresent());
    clickOn(".zw-folded");
    assertThat(area().getText()).isEqualTo(TEXT);
  }

  @Test
  void allObjectsAreFoldedAndOpened() {
    interact(() -> model.folding().foldAll());
    assertThat(area().getText()).isEqualTo("apiVersion: v1\nkind: Pod\nmetadata:\nspec:\n");
    interact(() -> model.folding().unfoldAll());
    assertThat(area().getText()).isEqualTo(TEXT);
  }
}
