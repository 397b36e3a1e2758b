package dev.zonewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.TextRange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.EditorPreferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.fxmisc.richtext.CaretNode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** One text is written at several places at once, by keys and mouse. */
class CaretsWindowTest extends ApplicationTest {
  private static final String TEXT = "a: api\nb: api\nc: [api]\n";

  private final EditorModel model = new EditorModel("a.yaml");

  @Override
  public void start(Stage stage) {
    model.load(TEXT);
    EditorView view =
        new EditorView(model, new NoActions(), BackgroundRunner.live(), new EditorPreferences());
    EditorStage.show(stage, view);
  }

  private static void until(Callable<Boolean> holds) throws TimeoutException {
    // the scene is only read by the thread that changes it
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @BeforeEach
  void shown() throws TimeoutException {
    until(() -> area().getText().equals(TEXT) && area().isEditable());
    interact(() -> model.reveal(TextRange.at(3)));
  }

  private CodeArea area() {
    return lookup("#editor-text").queryAs(CodeArea.class);
  }

  private Set<Node> others() {
    return lookup(".zw-more-caret").queryAll();
  }

  private void three() {
    for (int i = 0; i < 3; i++) {
      push(KeyCode.CONTROL, KeyCode.D);
    }
  }

  @Test
  void theSameWordsAreWrittenTogetherAndOneUndoTakesThemBack() throws TimeoutException {
    three();
    until(() -> area().getStyleOfChar(3).contains("zw-more-selected"));
    assertThat(others()).hasSize(2);
    write("web");
    assertThat(model.text()).isEqualTo(TEXT.replace("api", "web"));
    assertThat(area().getText()).isEqualTo(model.text());
    push(KeyCode.BACK_SPACE);
    assertThat(model.text()).isEqualTo(TEXT.replace("api", "we"));
    push(KeyCode.CONTROL, KeyCode.Z);
    push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(model.text()).isEqualTo(TEXT);
    assertThat(area().getText()).isEqualTo(TEXT);
  }

  @Test
  void undoTakesTheDrawnCaretsBackToTheirPlaces() throws TimeoutException {
    three();
    write("x");
    push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(drawn()).containsExactlyInAnyOrder(6, 13);
    push(KeyCode.CONTROL, KeyCode.Y);
    assertThat(drawn()).containsExactlyInAnyOrder(4, 9);
  }

  private List<Integer> drawn() {
    return others().stream().map(node -> ((CaretNode) node).getPosition()).toList();
  }

  @Test
  void escapeLeavesOneCaret() {
    three();
    push(KeyCode.ESCAPE);
    assertThat(others()).isEmpty();
    write("x");
    assertThat(model.text()).isEqualTo("a: api\nb: api\nc: [x]\n");
  }

  @Test
  void aClickWithAltSetsACaretAndOneWithoutTakesThemAway() {
    Bounds second = bounds(TEXT.indexOf("b:"));
    clickWithAlt(second.getMinX() + 1, second.getCenterY());
    assertThat(others()).hasSize(1);
    write("x");
    assertThat(model.text()).isEqualTo("a: xapi\nxb: api\nc: [api]\n");
    clickOn(second.getMinX() + 1, second.getCenterY());
    assertThat(others()).isEmpty();
    write("y");
    assertThat(model.text()).doesNotContain("xyapi");
  }

  /** Told to the area itself: the robot of the toolkit forgets the keys that are held. */
  private void clickWithAlt(double screenX, double screenY) {
    interact(() -> {
      Point2D at = area().screenToLocal(screenX, screenY);
      area()
          .fireEvent(
              new MouseEvent(
                  MouseEvent.MOUSE_PRESSED,
                  at.getX(),
                  at.getY(),
                  screenX,
                  screenY,
                  MouseButton.PRIMARY,
                  1,
                  false,
                  false,
                  true,
                  false,
                  true,
                  false,
                  false,
                  false,
                  false,
                  true,
                  new PickResult(area(), at.getX(), at.getY())));
    });
  }

  private Bounds bounds(int offset) {
    List<Bounds> found = new ArrayList<>();
    interact(() -> area().getCharacterBoundsOnScreen(offset, offset + 1).ifPresent(found::add));
    return found.getFirst();
  }

  @Test
  void whatIsPastedGoesToAllAndKeysMoveThem() {
    three();
    interact(() -> {
      ClipboardContent content = new ClipboardContent();
      content.putString("one\ntwo\nthree");
      Clipboard.getSystemClipboard().setContent(content);
    });
    push(KeyCode.CONTROL, KeyCode.V);
    assertThat(model.text()).isEqualTo("a: one\nb: two\nc: [three]\n");
    push(KeyCode.HOME);
    write("x");
    assertThat(model.text()).isEqualTo("xa: one\nxb: two\nxc: [three]\n");
    push(KeyCode.RIGHT);
    push(KeyCode.DELETE);
    assertThat(model.text()).isEqualTo("xa one\nxb two\nxc [three]\n");
    push(KeyCode.END);
    push(KeyCode.ENTER);
    assertThat(area().getText()).isEqualTo("xa one\n\nxb two\n\nxc [three]\n\n");
  }
}
