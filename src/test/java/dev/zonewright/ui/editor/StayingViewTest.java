package dev.zonewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.TextRange;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.editor.model.EditorModel;
import dev.zonewright.ui.editor.model.EditorPreferences;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** What is looked at stays in view. */
class StayingViewTest extends ApplicationTest {
  /** Keys k0 to k39, each with nine lines below it, one of which holds four of them. */
  private static final String TEXT =
      IntStream.range(0, 40)
          .mapToObj(i ->
              "k%d:\n  a: 1\n  b: 2\n  in%d:\n    c: 3\n    d: 4\n    e%d: 5\n    f: 6\n  g: 7\n"
                  .formatted(i, i, i))
          .collect(Collectors.joining());

  private final EditorModel model = new EditorModel("a.yaml");

  @Override
  public void start(Stage stage) {
    model.load(TEXT);
    EditorStage.show(
        stage,
        new EditorView(model, new NoActions(), BackgroundRunner.live(), new EditorPreferences()));
  }

  @BeforeEach
  void shown() throws TimeoutException {
    until(() -> area().getText().equals(TEXT) && area().isEditable());
  }

  @Test
  void theLineOfTheCaretStaysInViewAsTheWindowShrinks() throws TimeoutException {
    go("e20:");
    int below = last() - area().getCurrentParagraph() - 1;
    interact(() -> area().scrollYBy(-below * lineHeight()));
    until(() -> area().getCurrentParagraph() >= last() - 2);

    interact(() -> area().getScene().getWindow().setHeight(260));

    until(() -> area().getHeight() < 300);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(area().getCurrentParagraph()).isBetween(first(), last());
  }

  @Test
  void whereTheCaretIsOutOfViewTheWindowMayShrinkAsItWill() throws TimeoutException {
    go("e20:");
    interact(() -> area().showParagraphAtTop(0));
    until(() -> first() == 0);

    interact(() -> area().getScene().getWindow().setHeight(260));

    until(() -> area().getHeight() < 300);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(first()).isZero();
  }

  @Test
  void asAroundTheCaretIsFoldedTheLinesAboveStay() throws TimeoutException {
    go("e20:");
    int top = first();

    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);

    until(() -> !area().getText().contains("e20:"));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(first()).isEqualTo(top);
    assertThat(area().getText(area().getCurrentParagraph())).isEqualTo("  in20:");
  }

  @Test
  void foldedOnceMoreWhatIsAroundItIsFolded() throws TimeoutException {
    go("e20:");
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);

    until(() -> !area().getText().contains("in20:"));
    assertThat(area().getText()).contains("e19:", "in19:", "k20:", "e21:", "in21:");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(area().getText(area().getCurrentParagraph())).isEqualTo("k20:");
    assertThat(area().getCurrentParagraph()).isBetween(first(), last());
  }

  private void go(String words) throws TimeoutException {
    interact(() -> model.reveal(TextRange.at(TEXT.indexOf(words))));
    until(() -> area().getCurrentParagraph() > first() && area().getCurrentParagraph() < last());
  }

  private double lineHeight() {
    return area()
        .getParagraphBoundsOnScreen(area().getCurrentParagraph())
        .orElseThrow()
        .getHeight();
  }

  private int first() {
    return area().firstVisibleParToAllParIndex();
  }

  private int last() {
    return area().lastVisibleParToAllParIndex();
  }

  private CodeArea area() {
    return lookup("#editor-text").queryAs(CodeArea.class);
  }

  private static void until(Callable<Boolean> holds) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
