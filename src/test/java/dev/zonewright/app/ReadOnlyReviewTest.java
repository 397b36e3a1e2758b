package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.FixRun;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.review.edit.ReviewEdit;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.accept.AcceptModel;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.dialog.WindowDialogs;
import dev.zonewright.ui.fix.FixAllModel;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** An entry for a review file that nobody may write is copied, and the file stays as it is. */
class ReadOnlyReviewTest extends ApplicationTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        hostPID: true
        containers: [{name: api, image: 'registry.example/api:1'}]
      """;

  @TempDir Path folder;

  private ShellModel model = new Bench(Path.of("")).model();
  private String copied = "";

  @Override
  public void start(Stage stage) {
    model = Window.show(stage, BackgroundRunner.live());
  }

  /** Presses the button of the entry as it is. */
  private static final class Filling implements UserDialogs {
    private final List<String> buttons = new ArrayList<>();

    @Override
    public Unsaved unsaved(List<String> files) {
      return Unsaved.STAY;
    }

    @Override
    public Optional<FixRun> chooseFixes(FixAllModel fixes) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> saveAs(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<ReviewEdit.Made> accept(AcceptModel risk) {
      buttons.add(risk.isCopied() ? "copy" : "write");
      return Optional.of((ReviewEdit.Made) risk.stateProperty().get().draft());
    }
  }

  @Test
  void theDialogSaysSoBeforeAnythingIsTyped() throws Exception {
    LocatedFinding finding = opened();
    Platform.runLater(() ->
        model.decisions().accept(finding, new WindowDialogs(() -> listTargetWindows().getFirst())));
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> lookup("#entry-read-only").tryQuery().isPresent());
    assertThat(lookup("#entry-read-only").<Label>query().getText())
        .contains("zonewright-review.yaml is read-only", "copy it", "writable");
    assertThat(lookup(".entry-follows .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .containsExactly("Nothing changes until the entry is in the file.");
    push(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> lookup("#entry-read-only").tryQuery().isEmpty());
  }

  @Test
  void theEntryIsCopied() throws Exception {
    LocatedFinding finding = opened();
    Path review = folder.resolve("zonewright-review.yaml");
    Filling filling = new Filling();
    interact(() -> {
      model.decisions().accept(finding, filling);
      copied = String.valueOf(Clipboard.getSystemClipboard().getString());
    });
    assertThat(filling.buttons).containsExactly("copy");
    assertThat(copied).startsWith("exceptions:\n").contains("control: host-pid", "/Pod/api");
    assertThat(model.unsavedProperty().get()).isFalse();
    assertThat(review).content().isEqualTo("platform: []\n");
  }

  @Test
  void aNewFileInAFolderThatTakesNoneIsCopiedToo() throws Exception {
    Files.writeString(folder.resolve("pod.yaml"), POD);
    assertThat(folder.toFile().setWritable(false, false)).isTrue();
    try {
      LocatedFinding finding = found(false);
      Filling filling = new Filling();
      interact(() -> model.decisions().accept(finding, filling));
      assertThat(filling.buttons).containsExactly("copy");
      assertThat(model.noticeProperty().get().text())
          .contains("no file can be created in " + folder);
      Platform.runLater(() ->
          model
              .decisions()
              .accept(finding, new WindowDialogs(() -> listTargetWindows().getFirst())));
      WaitForAsyncUtils.waitFor(
          20, TimeUnit.SECONDS, () -> lookup("#entry-read-only").tryQuery().isPresent());
      assertThat(lookup("#entry-read-only").<Label>query().getText())
          .contains("You cannot create a file in " + folder, "copy it", "make the folder writable");
      push(KeyCode.ESCAPE);
      WaitForAsyncUtils.waitFor(
          20, TimeUnit.SECONDS, () -> lookup("#entry-read-only").tryQuery().isEmpty());
    } finally {
      assertThat(folder.toFile().setWritable(true)).isTrue();
    }
  }

  private LocatedFinding opened() throws Exception {
    Files.writeString(folder.resolve("pod.yaml"), POD);
    Path review = Files.writeString(folder.resolve("zonewright-review.yaml"), "platform: []\n");
    assertThat(review.toFile().setReadOnly()).isTrue();
    return found(true);
  }

  private LocatedFinding found(boolean reviewed) throws Exception {
    interact(() -> model.open(List.of(folder)));
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () ->
            WaitForAsyncUtils.asyncFx(() ->
                    !model.review().factsProperty().get().analysis().findings().isEmpty()
                        && model.review().factsProperty().get().review().isPresent() == reviewed)
                .get());
    return model.analysisProperty().get().findings().stream()
        .filter(f -> f.finding().control().id().equals("host-pid"))
        .findFirst()
        .orElseThrow();
  }
}
