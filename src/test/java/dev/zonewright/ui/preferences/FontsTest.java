package dev.zonewright.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  @Test
  void noSheetAsksForAFontThatTheSystemMayNotHave() throws IOException {
    Pattern family = Pattern.compile("-fx-font-family: *\"?([^\";]+)");
    try (Stream<Path> sheets = Files.list(Path.of("src/main/resources/dev/zonewright/ui"))) {
      assertThat(sheets.filter(sheet -> sheet.toString().endsWith(".css")))
          .isNotEmpty()
          .allSatisfy(sheet ->
              assertThat(family.matcher(Files.readString(sheet)).results())
                  .extracting(found -> found.group(1))
                  .isSubsetOf("Inter", "JetBrains Mono"));
    }
  }
}
