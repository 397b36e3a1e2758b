package dev.zonewright.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardOutputTest {
  @TempDir Path folder;

  private Path link(String target) throws IOException {
    Path link = folder.resolve("link-" + target.hashCode());
    try {
      return Files.createSymbolicLink(link, Path.of(target));
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "this system has no links: " + e);
      throw e;
    }
  }

  @Test
  void terminalsAreKnownByTheirDevice() throws IOException {
    assertThat(StandardOutput.isTerminal(link("/dev/pts/3"))).isTrue();
    assertThat(StandardOutput.isTerminal(link("/dev/tty1"))).isTrue();
    assertThat(StandardOutput.isTerminal(link("/dev/console"))).isTrue();
  }

  @Test
  void filesPipesAndWhatIsNotThereAreNone() throws IOException {
    assertThat(StandardOutput.isTerminal(link("/dev/null"))).isFalse();
    assertThat(StandardOutput.isTerminal(link("/tmp/out"))).isFalse();
    assertThat(StandardOutput.isTerminal(link("pipe:[123]"))).isFalse();
    assertThat(StandardOutput.isTerminal(folder.resolve("none"))).isFalse();
  }
}
