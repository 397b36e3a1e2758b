package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.settings.Journal;
import dev.zonewright.settings.LeftBehind;
import dev.zonewright.settings.UnsavedText;
import dev.zonewright.ui.shell.Bench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A window that is killed as `kill -9` does loses no text. */
class KilledWindowTest {
  @TempDir Path folder;

  @Test
  void theUnsavedTextOutlivesTheProcess() throws Exception {
    Path settings = folder.resolve("settings");
    Path file = Files.writeString(folder.resolve("api.yaml"), Bench.DEPLOYMENT);
    Process window = KilledWindow.start(settings, file);
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> kept(settings) || !window.isAlive());
      assertThat(new Journal(settings).leftBehind()).isEmpty();
    } finally {
      window.destroyForcibly().waitFor();
    }

    List<LeftBehind> found = new Journal(settings).leftBehind();
    assertThat(found).hasSize(1);
    UnsavedText text = found.getFirst().texts().getFirst();
    assertThat(text.path()).isEqualTo(file.toString());
    assertThat(text.text()).isEqualTo(KilledWindow.LINE + Bench.DEPLOYMENT);
    assertThat(Files.readString(file)).isEqualTo(Bench.DEPLOYMENT);
    found.getFirst().release();
  }

  private static boolean kept(Path settings) throws IOException {
    Path unsaved = settings.resolve("unsaved");
    if (!Files.isDirectory(unsaved)) {
      return false;
    }
    try (Stream<Path> all = Files.walk(unsaved)) {
      return all.anyMatch(f -> f.toString().endsWith(".json"));
    }
  }
}
