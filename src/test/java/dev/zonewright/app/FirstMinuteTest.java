package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A person who sees the window for the first time, and one to whom something goes wrong. */
class FirstMinuteTest extends ApplicationTest {
  @TempDir Path folder;

  private ShellModel model = new Bench(Path.of("")).model();
  private Optional<Stage> window = Optional.empty();

  @Override
  public void start(Stage stage) {
    model = Window.show(stage, BackgroundRunner.live(), Optional.of(folder.resolve("settings")));
    window = Optional.of(stage);
  }

  @Test
  void pasteSeeTheFirstFindingReadTheKeysAndDismissTheHint() throws Exception {
    interact(() -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(Bench.DEPLOYMENT);
      Clipboard.getSystemClipboard().setContent(content);
    });
    assertThat(shown("#empty-state")).isTrue();

    push(KeyCode.CONTROL, KeyCode.V);
    until(() -> lookup("#help-title").tryQuery().isPresent());
    assertThat(shown("#empty-state")).isFalse();
    assertThat(shown("#key-hint")).isTrue();
    assertThat(focus()).isInstanceOf(CodeArea.class);

    push(KeyCode.SHIFT, KeyCode.F1);
    until(() -> lookup("#keys-sheet").tryQuery().isPresent());
    assertThat(lookup(".key-cap").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("F2", "Alt+Enter", "Ctrl+S", "?");
    push(KeyCode.ESCAPE);
    until(() -> lookup("#keys-sheet").tryQuery().isEmpty());

    clickOn("#key-hint-read");
    until(() -> !shown("#key-hint"));
    assertThat(model.preferences().now().hintsDone()).containsExactly("keys");
    assertThat(focus()).isInstanceOf(CodeArea.class);
    clickOn("#tree-files");
    write("?");
    until(() -> lookup("#keys-sheet").tryQuery().isPresent());
    push(KeyCode.ESCAPE);
  }

  @Test
  void whileTheFirstFilesAreReadTheMiddleSaysWhichAndHasAWayOut() {
    interact(() -> {
      model.status().reading(List.of(Path.of("shop"), Path.of("bank")));
      model.status().opening(3, 4_000);
    });
    assertThat(shown("#empty-state")).isFalse();
    assertThat(shown("#reading-state")).isTrue();
    assertThat(lookup("#reading-what").queryAs(Label.class).getText())
        .isEqualTo("Reading shop and 1 more");
    assertThat(lookup("#reading-far").queryAs(Label.class).getText())
        .isEqualTo("opening 3 of 4,000…");
    assertThat(CutWalk.of(window.orElseThrow().getScene())).isEmpty();

    interact(() -> model.status().opened());
    assertThat(shown("#reading-state")).isFalse();
    assertThat(shown("#empty-state")).isTrue();
  }

  @Test
  void whereNoTextIsOnShowTheMiddleSaysWhyAndWhatToDo() throws Exception {
    Path none = Files.createDirectory(folder.resolve("none"));
    interact(() -> model.open(List.of(none)));
    until(
        () -> shown("#empty-state") && words(".empty-title").equals("No manifest could be opened"));
    assertThat(words("#empty-why")).contains("the folder has no .yaml").doesNotContain("..");

    Files.writeString(none.resolve("a.yaml"), Bench.DEPLOYMENT);
    interact(() -> model.open(List.of(none.resolve("a.yaml"))));
    until(() -> lookup("#help-title").tryQuery().isPresent());
    assertThat(shown("#empty-state")).isFalse();
    push(KeyCode.CONTROL, KeyCode.W);
    until(() -> shown("#empty-state"));
    assertThat(words(".empty-title")).isEqualTo("No file is on show");
  }

  private String words(String query) {
    return lookup(query).queryAs(Label.class).getText();
  }

  @Test
  void theSampleIsOneClickAndTheKeysOfTheEditorWorkAtOnce() throws Exception {
    clickOn("#empty-open-sample");
    until(() -> lookup("#help-title").tryQuery().isPresent());

    assertThat(focus()).isInstanceOf(CodeArea.class);
    assertThat(model.findings().selectedProperty().get()).isNotNull();
  }

  @Test
  void everythingThatTakesTheKeyboardHasANameAndNothingKeepsIt() throws Exception {
    assertThat(focus().getId()).isEqualTo("empty-open-files");
    clickOn("#empty-open-sample");
    until(() -> lookup("#help-title").tryQuery().isPresent());

    assertThat(lookup((Node n) -> n.isFocusTraversable()).<Node>queryAll())
        .filteredOn(n -> n.isVisible() && !(n instanceof ScrollPane))
        .allSatisfy(n -> assertThat(name(n)).as(n.toString()).isNotBlank());
    List<String> walked = new ArrayList<>();
    if (!shown("#risk-panel")) {
      // the screen is too small for all of them
      push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    }
    for (int i = 0; i < 4; i++) {
      push(KeyCode.F6);
      walked.add(panelOf(focus()));
    }
    assertThat(walked)
        .containsExactly("findings-panel", "risk-panel", "tree-panel", "editor-panel");
    push(KeyCode.SHIFT, KeyCode.F6);
    assertThat(panelOf(focus())).isEqualTo("tree-panel");
  }

  private static String name(Node node) {
    String text = node instanceof Labeled labeled ? labeled.getText() : "";
    String given = node.getAccessibleText();
    return given == null ? String.valueOf(text) : given;
  }

  private static String panelOf(Node focus) {
    for (Node at = focus; at != null; at = at.getParent()) {
      if (at.getId() != null && at.getId().endsWith("-panel")) {
        return at.getId();
      }
    }
    return "";
  }

  @Test
  void aMishapIsToldCalmlyAndTakesNoText() throws Exception {
    interact(() -> model.files().paste(Bench.DEPLOYMENT));
    until(() -> lookup("#help-title").tryQuery().isPresent());

    // the test's own helper listens by now, too
    UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Threads.catchAll(model::unexpected);
    Platform.runLater(() -> {
      throw new IllegalStateException("planted");
    });
    until(() -> lookup("#unexpected-promise").tryQuery().isPresent());

    Thread.setDefaultUncaughtExceptionHandler(before);
    assertThat(lookup("#unexpected-promise").queryAs(Label.class).getText())
        .startsWith("No text was lost");
    assertThat(shown("#unexpected-fold")).isFalse();
    clickOn("#unexpected-copy");
    String copied = onUi(() -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).contains("planted").contains("FirstMinuteTest").startsWith("Zonewright ");
    interact(() -> lookup("#unexpected").queryAs(DialogPane.class).setExpanded(true));
    assertThat(shown("#unexpected-fold")).isTrue();
    assertThat(lookup("#unexpected-details").queryAs(TextArea.class).getText()).isEqualTo(copied);
    try (Stream<Path> kept = Files.walk(folder.resolve("settings/unsaved"))) {
      assertThat(kept.filter(f -> f.toString().endsWith(".json"))).hasSize(1);
    }
    push(KeyCode.ESCAPE);
    until(() -> lookup("#unexpected-promise").tryQuery().isEmpty());
    assertThat(model.unsavedProperty().get()).isTrue();
  }

  @AfterEach
  void close() {
    interact(() -> window.orElseThrow().hide());
  }

  private <T> T onUi(Callable<T> question) throws Exception {
    return WaitForAsyncUtils.asyncFx(question).get();
  }

  private Node focus() {
    return window.orElseThrow().getScene().getFocusOwner();
  }

  private boolean shown(String query) {
    return lookup(query).tryQuery().filter(Node::isVisible).isPresent();
  }

  private static void until(Callable<Boolean> holds) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
