package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.status.StatusModel;
import dev.zonewright.workspace.ManifestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were read faster than the window took them up are no more taken up all at once. */
class OpeningInPiecesTest {
  private static final int FILES = 350;
  private static final int AT_ONCE = 100;

  @TempDir Path folder;

  private final Queue<Runnable> window = new ArrayDeque<>();
  private final BackgroundRunner runner =
      new BackgroundRunner(Runnable::run, Runnable::run, window::add, (_, _) -> () -> {});
  private final ShellModel model =
      new ShellModel(
          runner,
          new ManifestStore(),
          new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE),
          Profile.EDERA_REFERENCE);

  private int open() {
    return model.files().openFiles().files().size();
  }

  @Test
  void thoseThatAreLeftAtTheEndComeInPiecesToo() throws IOException {
    for (int i = 0; i < FILES; i++) {
      Files.writeString(folder.resolve(i + ".yaml"), "kind: Namespace\n");
    }
    model.open(List.of(folder));
    while (!window.isEmpty()) {
      int before = open();
      window.remove().run();
      assertThat(open() - before).isLessThanOrEqualTo(AT_ONCE);
      if (open() > 0 && open() < FILES) {
        assertThat(model.status().workProperty().get()).isEqualTo(StatusModel.Work.OPENING);
      }
    }
    assertThat(open()).isEqualTo(FILES);
    assertThat(model.status().workProperty().get()).isNotEqualTo(StatusModel.Work.OPENING);
  }
}
