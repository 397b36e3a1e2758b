package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.workspace.ManifestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is opened while a folder is still being read, as by a second start. */
class OverlappingOpeningTest {
  @TempDir Path folder;
  @TempDir Path elsewhere;

  private final Queue<Runnable> reading = new ArrayDeque<>();
  private final BackgroundRunner runner =
      new BackgroundRunner(
          Runnable::run,
          reading::add,
          Runnable::run,
          (_, task) -> {
            task.run();
            return () -> {};
          });
  private final ShellModel model =
      new ShellModel(
          runner,
          new ManifestStore(),
          new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE),
          Profile.EDERA_REFERENCE);

  @BeforeEach
  void askForAFolderAndThenForAFile() throws IOException {
    for (String name : List.of("a.yaml", "b.yaml", "c.yaml")) {
      Files.writeString(folder.resolve(name), Bench.DEPLOYMENT);
    }
    Path named = Files.writeString(elsewhere.resolve("named.yaml"), Bench.DEPLOYMENT);
    model.open(List.of(folder));
    model.open(List.of(named));
  }

  @Test
  void theFileThatWasAskedForLastIsOnShow() {
    read();
    assertThat(Objects.requireNonNull(model.tabs().activeProperty().get()).shortName())
        .isEqualTo("named.yaml");
  }

  @Test
  void cancelStopsBoth() {
    // what is a chart is sorted out first, of each
    reading.remove().run();
    reading.remove().run();
    model.files().cancelOpening();
    read();
    assertThat(model.tabs().files()).isEmpty();
  }

  @Test
  void whatAStopLeftUnreadIsSaidUntilItIsRead() {
    reading.remove().run();
    reading.remove().run();
    model.files().cancelOpening();
    read();
    assertThat(model.analysisProperty().get().coverage().missed())
        .extracting(CoverageItem::file)
        .containsExactlyInAnyOrder(folder.toString(), elsewhere.resolve("named.yaml").toString());

    model.open(List.of(folder));
    read();
    assertThat(model.analysisProperty().get().coverage().missed())
        .extracting(CoverageItem::file)
        .containsExactly(elsewhere.resolve("named.yaml").toString());
  }

  private void read() {
    while (!reading.isEmpty()) {
      reading.remove().run();
    }
  }
}
