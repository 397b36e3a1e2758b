package dev.zonewright.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FontsTest {
  @Test
  void theInstallersKeepTheFontsThatTheWindowShows() throws IOException {
    String line =
        Files.readAllLines(Path.of("installers/settings.env")).stream()
            .filter(setting -> setting.startsWith("FONTS="))
            .findFirst()
            .orElseThrow();

    List<String> names =
        Fonts.FILES.stream().map(file -> file.substring(file.indexOf('/') + 1)).toList();
    assertThat(line.substring("FONTS=".length()).split(" ")).containsExactlyElementsOf(names);
  }
}
