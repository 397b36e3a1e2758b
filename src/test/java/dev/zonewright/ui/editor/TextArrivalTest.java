package dev.zonewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.EditorPreferences;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A long text shows its first screen before anything else is ready, and the view stays there. */
class TextArrivalTest extends ApplicationTest {
  private static final int LINES = 50_000;
  private static final int FAR = 40_000;

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final EditorModel model = new EditorModel("long.yaml");

  @Override
  public void start(Stage stage) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      text.append("line-").append(i).append(": x\n");
    }
    model.load(text.toString());
    BackgroundRunner stepwise =
        new BackgroundRunner(Runnable::run, Runnable::run, tasks::add, (_, _) -> () -> {});
    EditorView view = new EditorView(model, new NoActions(), stepwise, new EditorPreferences());
    StackPane root = new StackPane();
    root.getStyleClass().add("zw-light");
    Scene scene = new Scene(root, 900, 500);
    scene.getStylesheets().addAll(EditorStyles.sheets());
    root.getChildren().add(view.node());
    stage.setScene(scene);
    stage.show();
  }

  private CodeArea area() {
    return lookup("#editor-text").queryAs(CodeArea.class);
  }

  private void step() {
    interact(() -> {
      Runnable next = tasks.poll();
      if (next != null) {
        next.run();
      }
    });
  }

  private int top() {
    return area().firstVisibleParToAllParIndex();
  }

  @Test
  void theFirstScreenIsThereAtOnceAndTheViewStaysWhereItIs() {
    step();
    assertThat(area().getText()).startsWith("line-0: x\n").hasSizeLessThan(10_000);
    assertThat(top()).isZero();
    step();
    assertThat(area().getParagraphs().size()).isBetween(1_000, LINES);
    assertThat(top()).isZero();
    interact(() -> area().showParagraphAtTop(40));
    while (!tasks.isEmpty()) {
      step();
      assertThat(top()).as("where the person scrolled to").isEqualTo(40);
    }
    assertThat(area().getText()).isEqualTo(model.text());
    assertThat(area().isEditable()).isTrue();
    assertThat(area().getCaretPosition()).isZero();
  }

  @Test
  void aLineFarDownHasItsColoursOnceItIsInView() throws TimeoutException {
    while (!tasks.isEmpty()) {
      step();
    }
    assertThat(stylesOf(100)).as("coloured before it is seen").contains("zw-key");
    assertThat(stylesOf(FAR)).as("nobody has seen it").isEmpty();
    interact(() -> area().showParagraphAtTop(FAR));
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.asyncFx(() -> stylesOf(FAR).contains("zw-key")).get());
  }

  private Collection<String> stylesOf(int line) {
    return area().getStyleOfChar(line, 0);
  }

  @Test
  void aTextThatComesMeanwhileIsTheOneThatStays() {
    step();
    step();
    interact(() -> model.load("kind: Pod\n"));
    while (!tasks.isEmpty()) {
      step();
    }
    assertThat(area().getText()).isEqualTo("kind: Pod\n");
  }
}
