package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void everyCommandOfTheTerminalGoesThere() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
    Terminal.run(new String[] {"--help"}, InputStream.nullInputStream(), print, print);
    print.flush();
    List<String> commands =
        Pattern.compile("(?m)^  (\\w+)  +[A-Z]")
            .matcher(out.toString(StandardCharsets.UTF_8))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(commands).contains("review", "merge");
    assertThat(Main.TERMINAL).containsAll(commands);
  }

  @Test
  void aMissingLibraryOfTheWindowIsNamedWithWhatToInstall() {
    assertThat(
            Main.why(new UnsupportedOperationException("Unable to load glass GTK library.\nmore")))
        .startsWith("Unable to load glass GTK library. ")
        .contains("libgtk-3-0");
    assertThat(Main.why(new UnsupportedOperationException("no display"))).isEqualTo("no display");
  }
}
