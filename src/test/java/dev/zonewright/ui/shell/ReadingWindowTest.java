package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/** The window while files are read into it, and after somebody stopped that. */
class ReadingWindowTest extends ApplicationTest {
  @TempDir Path folder;

  private Bench bench = new Bench(Path.of(""));

  @Override
  public void start(Stage stage) {
    bench = new Bench(folder);
    ShellView view = new ShellView(bench.model, BackgroundRunner.live(), Optional.empty());
    stage.setScene(new Scene(view.root(), 1280, 800));
    stage.show();
  }

  @Test
  void afterReadingWasStoppedTheKeyboardIsAtWhatOpensFiles() {
    interact(() -> bench.model.status().reading(List.of(Path.of("long.yaml"))));
    interact(() -> lookup("#reading-cancel").query().requestFocus());
    interact(() -> bench.model.status().opened());
    assertThat(lookup("#empty-open-files").query().isFocused()).isTrue();
  }
}
