package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void aSlipIsNoFileToOpen(@TempDir Path folder) throws Exception {
    assertThat(Mistyped.in(List.of("reveiw", "manifests"), Main.TERMINAL))
        .contains("There is no command and no file 'reveiw'. Did you mean review?");
    assertThat(Mistyped.in(List.of("harden"), Main.TERMINAL).orElseThrow())
        .startsWith("There is no command and no file 'harden'.");
    assertThat(Mistyped.in(List.of("--fail-on", "high", "a.yaml"), Main.TERMINAL).orElseThrow())
        .startsWith("The window has no option '--fail-on'.");
    Path there = Files.writeString(folder.resolve("manifest"), "kind: Pod\n");
    assertThat(Mistyped.in(List.of(there.toString(), "--new-window"), Main.TERMINAL)).isEmpty();
    // the window says itself that a file is gone
    assertThat(Mistyped.in(List.of("gone.yaml"), Main.TERMINAL)).isEmpty();
    assertThat(Mistyped.in(List.of(), Main.TERMINAL)).isEmpty();
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
