package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.cli.words.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColorChoiceTest {
  private static final String ESCAPE = "\u001b";

  @TempDir Path folder;

  private Path pod(String comment) throws IOException {
    return Files.writeString(folder.resolve("a.yaml"), Sample.POD.replace("# for", comment));
  }

  @Test
  void theCommandLineDecidesOverTheTerminal() throws IOException {
    Path file = pod("# for");
    for (String command : new String[] {"review", "fix", "checklist"}) {
      assertThat(Shell.run(command, "--color", "always", file).out())
          .as(command)
          .contains(ESCAPE + "[");
      assertThat(Shell.onTerminal(command, "--color=never", file).out())
          .as(command)
          .doesNotContain(ESCAPE);
      assertThat(Shell.onTerminal(command, file).out()).as(command).contains(ESCAPE + "[");
      assertThat(Shell.run(command, "--color=auto", file).out()).as(command).doesNotContain(ESCAPE);
    }
    assertThat(Shell.onTerminal("explain", "privileged-container").out()).contains(ESCAPE);
    assertThat(Shell.run("review", "--color=red", file).err())
        .startsWith("Invalid value for option '--color': 'red' is not one of auto, always, never.");
  }

  @Test
  void nothingRawReachesATerminalWithoutColoursEither() throws IOException {
    Path file = pod("# \u202e\u200b\u3164\ufe0f\udb40\udc41 for");
    assertThat(Shell.onTerminalWithoutColours("fix", file).out())
        .contains("# \\u202e\\u200b\\u3164\\ufe0f\\udb40\\udc41 for the metrics");
  }

  @Test
  void aFileOrAPipeGetsTheDiffExactly() throws IOException {
    Path file = pod("# \u202e\ufe0f for");
    assertThat(Shell.run("fix", file).out()).contains("# \u202e\ufe0f for the metrics\n");
  }

  @Test
  void noColorAndTerminalsThatShowNone() {
    assertThat(Screen.terminal(Map.of("TERM", "xterm"), "Linux")).isEqualTo(new Screen(true, true));
    assertThat(Screen.terminal(Map.of("TERM", "xterm", "NO_COLOR", "1"), "Linux"))
        .isEqualTo(new Screen(true, false));
    assertThat(Screen.terminal(Map.of("TERM", "xterm", "NO_COLOR", ""), "Linux").colours())
        .isTrue();
    assertThat(Screen.terminal(Map.of("TERM", "dumb"), "Linux").colours()).isFalse();
    assertThat(Screen.terminal(Map.of(), "Windows 11").colours()).isFalse();
    assertThat(Screen.terminal(Map.of("WT_SESSION", "x"), "Windows 11").colours()).isTrue();
  }

  @Test
  void deleteIsEscapedInJson() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("b.yaml"),
            Sample.POD.replaceFirst("(?m)^  name: .*$", "  name: \"a\\\\x7f\\\\u202eb\""));
    assertThat(Shell.run("review", "--format", "json", file).out())
        .doesNotContain("\u007f", "\u202e")
        .containsIgnoringCase("a\\u007f\\u202eb");
  }
}
