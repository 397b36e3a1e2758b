package dev.zonewright.ui.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.TextRange;
import dev.zonewright.ui.editor.EditorStage;
import dev.zonewright.ui.editor.EditorView;
import dev.zonewright.ui.editor.NoActions;
import dev.zonewright.ui.editor.model.EditorModel;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Completion by keys, in the editor. */
class CompletionWindowTest extends ApplicationTest {
  private static final String POD = "apiVersion: v1\nkind: Pod\nspec:\n  \n";

  private final EditorModel model = new EditorModel("a.yaml");

  @Override
  public void start(Stage stage) {
    model.load(POD);
    EditorView view = new EditorView(model, new NoActions());
    EditorStage.show(stage, view);
    model.reveal(TextRange.at(POD.length() - 1));
  }

  private boolean isOpen() {
    WaitForAsyncUtils.waitForFxEvents();
    return Window.getWindows().stream().anyMatch(w -> w.getScene().lookup("#completion") != null);
  }

  private CodeArea area() {
    return lookup("#editor-text").queryAs(CodeArea.class);
  }

  private void ask() {
    press(KeyCode.CONTROL).type(KeyCode.SPACE).release(KeyCode.CONTROL);
  }

  @Test
  void askTakeAndUndoInOneStep() {
    ask();
    assertThat(isOpen()).isTrue();
    type(KeyCode.ENTER);
    assertThat(isOpen()).isFalse();
    assertThat(model.text()).isEqualTo("apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - \n");
    assertThat(area().getText()).isEqualTo(model.text());
    assertThat(area().getCaretPosition()).isEqualTo(model.text().length() - 1);
    assertThat(model.caretProperty().get()).isEqualTo(area().getCaretPosition());
    press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(area().getText()).isEqualTo(POD);
  }

  @Test
  void typingOpensItAndTabTakesAndItsValuesFollow() {
    write("hostp");
    assertThat(isOpen()).isTrue();
    type(KeyCode.TAB);
    assertThat(model.text()).contains("  hostPID: \n");
    assertThat(isOpen()).isTrue();
    type(KeyCode.DOWN);
    type(KeyCode.ENTER);
    assertThat(model.text()).contains("  hostPID: false\n");
    assertThat(isOpen()).isFalse();
    type(KeyCode.ENTER);
    assertThat(model.text()).contains("  hostPID: false\n  \n");
  }

  @Test
  void escapeClosesItAndTheEditorKeepsTheKeyboard() {
    write("ho");
    assertThat(isOpen()).isTrue();
    type(KeyCode.ESCAPE);
    assertThat(isOpen()).isFalse();
    assertThat(area().isFocused()).isTrue();
    write("x");
    assertThat(model.text()).contains("  hox\n");
    type(KeyCode.BACK_SPACE);
    assertThat(isOpen()).isFalse();
  }

  @Test
  void whatIsNoKeyOpensNothing() {
    write("# host");
    assertThat(isOpen()).isFalse();
    assertThat(model.text()).contains("  # host\n");
  }
}
