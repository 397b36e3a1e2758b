package dev.zonewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.text.TextRange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.EditorPreferences;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** What people do to a text by keys, in a window, with the search in the background. */
class EditingWindowTest extends ApplicationTest {
  private static final String TEXT =
      """
      kind: Pod
      metadata:
        name: api
      ---
      kind: Service
      metadata:
        name: api
      """;

  private final EditorModel model = new EditorModel("two.yaml");
  private final EditorPreferences preferences = new EditorPreferences();

  @Override
  public void start(Stage stage) {
    model.load(TEXT);
    EditorView view = new EditorView(model, new NoActions(), BackgroundRunner.live(), preferences);
    EditorStage.show(stage, view);
  }

  private static void until(Callable<Boolean> holds) throws TimeoutException {
    // the scene is only read by the thread that changes it
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private CodeArea area() {
    return lookup("#editor-text").queryAs(CodeArea.class);
  }

  private String label(String id) {
    return lookup(id).queryAs(Label.class).getText();
  }

  private void caretTo(String words) {
    interact(() -> model.reveal(TextRange.at(model.text().indexOf(words))));
  }

  private void loaded() throws TimeoutException {
    until(() -> area().getText().equals(TEXT) && area().isEditable());
  }

  @Test
  void findGoesFromMatchToMatchAndEscapeGivesTheFocusBack() throws TimeoutException {
    loaded();
    push(KeyCode.CONTROL, KeyCode.F);
    write("API");
    until(() -> label("#find-count").equals("1 of 2"));
    assertThat(area().getSelectedText()).isEqualTo("api");
    until(() -> area().getStyleOfChar(TEXT.lastIndexOf("api")).contains("zw-match"));
    assertThat(area().getStyleOfChar(TEXT.indexOf("api"))).contains("zw-match-current");
    push(KeyCode.ENTER);
    until(() -> label("#find-count").equals("2 of 2"));
    push(KeyCode.SHIFT, KeyCode.F3);
    until(() -> label("#find-count").equals("1 of 2"));
    push(KeyCode.ALT, KeyCode.C);
    until(() -> label("#find-count").equals("No matches"));
    push(KeyCode.ESCAPE);
    assertThat(area().isFocused()).isTrue();
    assertThat(lookup("#find-bar").query().isVisible()).isFalse();
    until(() -> !area().getStyleOfChar(TEXT.lastIndexOf("api")).contains("zw-match"));
  }

  @Test
  void replaceAllIsOneStep() throws TimeoutException {
    loaded();
    interact(() -> model.select(new TextRange(TEXT.indexOf("api"), TEXT.indexOf("api") + 3)));
    push(KeyCode.CONTROL, KeyCode.H);
    assertThat(lookup("#find-text").queryAs(TextField.class).getText()).isEqualTo("api");
    until(() -> label("#find-count").equals("1 of 2"));
    clickOn("#find-replacement");
    write("web");
    clickOn("#find-replace-all");
    until(() -> area().getText().equals(TEXT.replace("api", "web")));
    push(KeyCode.ESCAPE);
    push(KeyCode.CONTROL, KeyCode.Z);
    until(() -> area().getText().equals(TEXT));
  }

  @Test
  void aWrongExpressionIsExplainedAndASlowOneDoesNotFreezeTheWindow() throws TimeoutException {
    interact(() -> model.load("a".repeat(80) + "!\n"));
    push(KeyCode.CONTROL, KeyCode.F);
    push(KeyCode.ALT, KeyCode.X);
    write("(a+)+\\1$");
    // while that is tried in vain the window takes keys, and a newer search is answered
    push(KeyCode.CONTROL, KeyCode.A);
    write("(a");
    until(() -> label("#find-trouble").startsWith("Not a regular expression: unclosed group"));
    push(KeyCode.CONTROL, KeyCode.A);
    write("a!");
    until(() -> label("#find-count").equals("1 of 1"));
    assertThat(lookup("#find-trouble").query().isVisible()).isFalse();
  }

  @Test
  void goToLineTakesALineAndAColumn() throws TimeoutException {
    loaded();
    push(KeyCode.CONTROL, KeyCode.G);
    write("99");
    assertThat(label("#line-hint")).isEqualTo("Lines go from 1 to 8");
    push(KeyCode.ENTER);
    assertThat(lookup("#line-bar").query().isVisible()).isTrue();
    push(KeyCode.CONTROL, KeyCode.A);
    write("7:9");
    push(KeyCode.ENTER);
    assertThat(model.caretProperty().get()).isEqualTo(TEXT.lastIndexOf("api"));
    assertThat(area().isFocused()).isTrue();
  }

  @Test
  void linesAreCommentedMovedAndDuplicatedAndBracketsClosed() throws TimeoutException {
    loaded();
    caretTo("name");
    push(KeyCode.CONTROL, KeyCode.SLASH);
    push(KeyCode.ALT, KeyCode.UP);
    push(KeyCode.SHIFT, KeyCode.ALT, KeyCode.DOWN);
    assertThat(model.text()).startsWith("kind: Pod\n  # name: api\n  # name: api\nmetadata:\n---");
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
    push(KeyCode.END);
    type(KeyCode.ENTER);
    write("x: [\"a");
    assertThat(model.text()).contains("metadata:\n  x: [\"a\"]\n---");
    assertThat(area().getText()).isEqualTo(model.text());
    until(() -> !area().getStyleOfChar(model.text().indexOf("[")).contains("zw-bracket"));
    push(KeyCode.HOME);
    write("y");
    assertThat(model.text()).contains("\n  yx: [");
  }

  @Test
  void manyEditsInOneStepShowAsTheyAre() throws TimeoutException {
    loaded();
    int name = TEXT.indexOf("name");
    EditSet edits =
        EditSet.of(
            TextEdit.insert(0, "# first\n"),
            TextEdit.remove(name, name + 6),
            TextEdit.insert(TEXT.length(), "# last\n"));
    interact(() -> model.apply(edits));
    assertThat(model.text()).startsWith("# first\n").endsWith("# last\n");
    assertThat(area().getText()).isEqualTo(model.text());
    interact(model::undo);
    assertThat(model.text()).isEqualTo(TEXT);
    assertThat(area().getText()).isEqualTo(TEXT);
    interact(model::redo);
    assertThat(area().getText()).isEqualTo(model.text());
  }

  @Test
  void matchingBracketsShow() throws TimeoutException {
    interact(() -> model.load("a: [x, y]\n"));
    until(() -> area().getText().startsWith("a: [") && area().isEditable());
    caretTo("[");
    until(() -> area().getStyleOfChar(8).contains("zw-bracket"));
    assertThat(area().getStyleOfChar(3)).contains("zw-bracket");
    caretTo("x");
    push(KeyCode.RIGHT);
    until(() -> !area().getStyleOfChar(8).contains("zw-bracket"));
  }

  @Test
  void zoomAndWrapAreThePreferencesOfAllEditors() throws TimeoutException {
    loaded();
    push(KeyCode.CONTROL, KeyCode.EQUALS);
    push(KeyCode.CONTROL, KeyCode.EQUALS);
    assertThat(preferences.fontSizeProperty().get()).isEqualTo(15);
    assertThat(area().getStyle()).startsWith("-fx-font-size: 15.0px;");
    push(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertThat(preferences.fontSizeProperty().get()).isEqualTo(13);
    push(KeyCode.ALT, KeyCode.Z);
    assertThat(area().isWrapText()).isTrue();
  }

  @Test
  void theOutlineGoesToAnObject() throws TimeoutException {
    loaded();
    push(KeyCode.CONTROL, KeyCode.R);
    until(() -> outline().isPresent());
    write("serv");
    push(KeyCode.ENTER);
    until(() -> outline().isEmpty());
    assertThat(model.caretProperty().get()).isEqualTo(TEXT.indexOf("kind: Service"));
    assertThat(area().isFocused()).isTrue();
  }

  private static Optional<Window> outline() {
    return Window.getWindows().stream()
        .filter(w -> w.getScene().lookup("#outline-filter") != null)
        .findFirst();
  }
}
