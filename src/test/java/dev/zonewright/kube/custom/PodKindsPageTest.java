package dev.zonewright.kube.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page on kinds says what the code does; the test leaves a fresh one in {@code target}. */
class PodKindsPageTest {
  @Test
  void isTheOneInTheDocs() throws IOException {
    Path fresh = Files.createDirectories(Path.of("target")).resolve("pod-kinds.md");
    Files.writeString(fresh, PodKindsPage.text());
    assertThat(Files.readString(Path.of("docs", "pod-kinds.md")))
        .as("docs/pod-kinds.md is out of date; copy %s over it", fresh)
        .isEqualTo(PodKindsPage.text());
  }
}
