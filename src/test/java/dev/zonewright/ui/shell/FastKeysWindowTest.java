package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.dialog.Unexpected;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.preferences.Themes;
import dev.zonewright.ui.status.StatusModel;
import dev.zonewright.workspace.ManifestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Next finding, fixes, apply, undo, next finding: played through the whole sample faster than the
 * program can answer. Nothing goes wrong, and every text is as it was in the end.
 */
class FastKeysWindowTest extends ApplicationTest {
  private static final Path SAMPLES = Path.of("assets", "samples");

  @TempDir Path folder;

  private final Map<String, String> original = new TreeMap<>();
  private final Bench person = new Bench(Path.of(""));
  private ShellModel model = person.model;

  @Override
  public void start(Stage stage) throws IOException {
    assumeTrue(Files.isDirectory(SAMPLES), "the samples are not there");
    for (Path file : files(SAMPLES)) {
      Files.copy(file, folder.resolve(file.getFileName()));
      original.put(shortName(file.toString()), Files.readString(file));
    }
    BackgroundRunner runner = BackgroundRunner.live();
    Analyzer analyzer = new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE);
    model = new ShellModel(runner, new ManifestStore(), analyzer, Profile.EDERA_REFERENCE);
    ShellView view = new ShellView(model, runner, Optional.empty());
    model.askThrough(person);
    Scene scene = new Scene(view.root(), 1000, 800);
    Themes.wear(scene, model.themeProperty());
    stage.setScene(scene);
    stage.show();
    view.takeKeys();
    model.open(List.of(folder));
  }

  @Test
  void keysFasterThanAnyAnswerLoseNothing() throws TimeoutException {
    until(() -> findings() > 0 && isIdle());
    int all = findings();
    for (int i = 0; i < all; i++) {
      interact(() -> {
        strike(KeyCode.F2, false, false);
        strike(KeyCode.ENTER, false, true);
        strike(KeyCode.ENTER, false, false);
        strike(KeyCode.Z, true, false);
      });
    }
    settledAsAtFirst(all);
  }

  @Test
  void keysOneAfterTheOtherLoseNothing() throws TimeoutException {
    until(() -> findings() > 0 && isIdle());
    int all = findings();
    int edited = 0;
    for (int i = 0; i < all; i++) {
      interact(() -> strike(KeyCode.F2, false, false));
      interact(() -> strike(KeyCode.ENTER, false, true));
      interact(() -> strike(KeyCode.ENTER, false, false));
      edited += texts().equals(original) ? 0 : 1;
      interact(() -> strike(KeyCode.Z, true, false));
      assertThat(texts()).isEqualTo(original);
    }
    assertThat(edited).as("fixes that came through").isPositive();
    settledAsAtFirst(all);
  }

  private void settledAsAtFirst(int all) throws TimeoutException {
    until(() -> isIdle() && findings() == all && texts().equals(original));
    assertThat(person.mishaps).extracting(Unexpected::toString).isEmpty();
    OpenFile active = Optional.ofNullable(model.tabs().activeProperty().get()).orElseThrow();
    until(() ->
        lookup("#editor-text").queryAllAs(CodeArea.class).stream()
            .anyMatch(area -> area.getText().equals(active.text())));
  }

  /** Whether what is shown is the analysis of the texts as they are. */
  private boolean isIdle() {
    Map<String, String> analysed =
        model.analysisProperty().get().manifests().stream()
            .filter(m -> !m.stream().text().isEmpty())
            .collect(
                Collectors.toMap(
                    m -> shortName(m.file()), m -> m.stream().text(), (a, _) -> a, TreeMap::new));
    return model.status().workProperty().get() == StatusModel.Work.DONE && analysed.equals(texts());
  }

  private static void until(Callable<Boolean> holds) throws TimeoutException {
    // the scene is only read by the thread that changes it
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void strike(KeyCode code, boolean control, boolean alt) {
    Node focused = lookup("#shell").query().getScene().getFocusOwner();
    Event.fireEvent(
        focused, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, alt, false));
    Event.fireEvent(
        focused, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, control, alt, false));
  }

  private int findings() {
    return model.analysisProperty().get().findings().size();
  }

  /** The texts of the window by file; a new file whose text was taken back is as good as none. */
  private Map<String, String> texts() {
    return model.files().openFiles().files().stream()
        .filter(f -> !f.text().isEmpty())
        .collect(
            Collectors.toMap(f -> shortName(f.name()), OpenFile::text, (a, _) -> a, TreeMap::new));
  }

  private static String shortName(String file) {
    return Path.of(file).getFileName().toString();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }
}
