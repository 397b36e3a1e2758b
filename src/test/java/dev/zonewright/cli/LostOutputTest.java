package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.cli.words.Printed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that nobody gets is no success. */
class LostOutputTest {
  @TempDir Path folder;

  private static final class Full extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  private static Shell run(String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Terminal.run(
            args,
            InputStream.nullInputStream(),
            new PrintStream(new Full(), false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8));
    return new Shell(code, "", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void everyWriterNoticesIt() throws IOException {
    String clean = Files.writeString(folder.resolve("a.yaml"), Sample.CLEAN).toString();
    String dirty = Files.writeString(folder.resolve("b.yaml"), Sample.POD).toString();
    String[][] commands = {
      {"review", clean},
      {"review", "--format", "json", clean},
      {"fix", dirty},
      {"explain"},
      {"explain", "host-pid"},
      {"--help"},
      {"review", "--help"},
      {"--version"}
    };
    for (String[] command : commands) {
      Shell shell = run(command);
      assertThat(shell.code()).as(String.join(" ", command)).isEqualTo(3);
      assertThat(shell.err())
          .as(String.join(" ", command))
          .contains("could not be written completely")
          .doesNotContain("The diff fixes");
    }
  }

  @Test
  void aReaderThatWentAwayMissesNothing() throws IOException {
    String dirty = Files.writeString(folder.resolve("b.yaml"), Sample.POD).toString();
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    for (String[] words :
        new String[][] {
          {"review", dirty}, {"review", "--format", "json", dirty}, {"explain"}, {"fix", dirty}
        }) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int code =
          Terminal.run(
              words,
              InputStream.nullInputStream(),
              Printed.to(closed, StandardCharsets.UTF_8, () -> false),
              new PrintStream(err, false, StandardCharsets.UTF_8));
      assertThat(code).as(String.join(" ", words)).isEqualTo(Shell.run((Object[]) words).code());
      assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("could not be written");
    }
    Printed full = Printed.to(new Full(), StandardCharsets.UTF_8, () -> false);
    int code =
        Terminal.run(new String[] {"review", dirty}, InputStream.nullInputStream(), full, full);
    assertThat(code).isEqualTo(3);
  }
}
