package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTest {
  @TempDir Path folder;

  private Path write(String name, String content) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
  }

  /** Lines that stand on one side only. */
  private static String without(String text, String part) {
    assertThat(text).contains(part);
    return text.replace(part, "");
  }

  @Test
  void printsADiffAndWritesNothing() throws IOException {
    Path file = write("a.yaml", Sample.POD);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));

    Shell shell = Shell.run("fix", file);

    assertThat(shell.out())
        .startsWith("--- a" + file + "\n+++ b" + file + "\n@@ -")
        .contains("\n+        allowPrivilegeEscalation: false\n")
        .doesNotContain("runtimeClassName");
    assertThat(shell.err()).contains("nothing is saved without --write");
    assertThat(Files.readString(file)).isEqualTo(Sample.POD);
    assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000_000);
  }

  @Test
  void aFileThatIsNotCreatedCountsNothingAsFixed() throws IOException {
    Path file =
        write(
            "a.json",
            """
            {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop"}}
            """);
    assertThat(Shell.run("fix", "--write", "--include-review", file).err()).contains("Created: ");

    String again = Shell.run("fix", "--write", "--include-review", file).err();

    assertThat(again)
        .startsWith("Nothing was saved.")
        .contains("Not saved: ")
        .doesNotContain("No finding is left");
  }

  @Test
  void writeSavesExactlyWhatTheDiffSaid() throws Exception {
    for (String content :
        new String[] {
          Sample.POD,
          Sample.POD.replace("\n", "\r\n"),
          "\uFEFF" + Sample.POD,
          Sample.POD.stripTrailing(),
          Sample.POD.replace("spec:\n", "spec:\r\n")
        }) {
      Path patched = write("a b.yaml", content);
      String diff = Shell.run("fix", patched).out();
      patch(diff);
      String byPatch = Files.readString(patched);
      Path saved = write("a b.yaml", content);

      Shell shell = Shell.run("fix", "--write", saved);

      assertThat(shell.out()).isEmpty();
      assertThat(shell.err()).startsWith("Fixed and saved: ");
      assertThat(Files.readString(saved)).isEqualTo(byPatch).isNotEqualTo(content);
    }
  }

  private static void patch(String diff) throws Exception {
    Process process;
    try {
      process =
          new ProcessBuilder("patch", "--binary", "-p1", "-d", "/")
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "this system has no patch command");
      return;
    }
    try (var in = process.getOutputStream()) {
      in.write(diff.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  @Test
  void theSummaryIsWhatAFreshReviewShows() throws IOException {
    Path file = write("a.yaml", Sample.POD);

    Shell fix = Shell.run("fix", "--write", file);
    Shell fresh = Shell.run("review", file);

    long left = fix.err().lines().filter(line -> line.startsWith("  " + file + ":")).count();
    long found = fresh.out().lines().filter(line -> line.matches("  \\d+:\\d+ .*")).count();
    assertThat(left).isEqualTo(found);
    assertThat(fix.code()).isEqualTo(fresh.code());
    assertThat(fix.err()).contains(left == 0 ? "No finding is left." : left + " finding");
  }

  @Test
  void theLinesOfADryRunAreThoseOnDisk() throws IOException {
    String pod = Sample.POD + "      securityContext:\n        privileged: true\n";
    Path file = write("a.yaml", pod + "---\n" + pod.replace("name: ", "name: b-"));
    List<String> onDisk = Files.readAllLines(file);

    List<Integer> dry = privileged(Shell.run("fix", file).err());
    assertThat(dry)
        .hasSize(2)
        .allSatisfy(n -> assertThat(onDisk.get(n - 1)).contains("privileged"));

    List<Integer> saved = privileged(Shell.run("fix", "--write", file).err());
    List<String> now = Files.readAllLines(file);
    assertThat(saved).hasSize(2).allSatisfy(n -> assertThat(now.get(n - 1)).contains("privileged"));
    assertThat(saved).isNotEqualTo(dry);
  }

  private static List<Integer> privileged(String summary) {
    return Pattern.compile("a\\.yaml:(\\d+)  privileged-container:")
        .matcher(summary)
        .results()
        .map(m -> Integer.valueOf(m.group(1)))
        .toList();
  }

  @Test
  void aLinkOutOfTheFolderIsFollowedOnlyWhenAsked() throws IOException {
    Path out = write("out.yaml", Sample.POD);
    Path in = Files.createDirectory(folder.resolve("in"));
    Path link = Files.createSymbolicLink(in.resolve("link.yaml"), out);

    Shell refused = Shell.run("fix", "--write", in);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).contains("Not saved: " + link, "to " + out.toRealPath());
    assertThat(out).hasContent(Sample.POD);

    assertThat(Shell.run("fix", "--write", "--follow-links", in).err()).startsWith("Fixed and");
    assertThat(Files.readString(out)).isNotEqualTo(Sample.POD);
    Files.writeString(out, Sample.POD);
    assertThat(Shell.run("fix", "--write", link).err()).startsWith("Fixed and saved");
  }

  @Test
  void aFileWithoutAFixIsNotTouched() throws IOException {
    Path file = write("a.yaml", Sample.CLEAN);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));

    Shell shell = Shell.run("fix", "--write", file);

    assertThat(shell.code()).isZero();
    assertThat(shell.err().lines()).containsExactly("Nothing was saved.", "No finding is left.");
    assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000_000);
  }

  @Test
  void aSecondRunHasNothingToDo() throws IOException {
    Path file = write("a.yaml", Sample.POD);
    Shell.run("fix", "--write", file);
    String once = Files.readString(file);

    Shell again = Shell.run("fix", "--write", file);

    assertThat(again.err()).startsWith("Nothing was saved.");
    assertThat(Files.readString(file)).isEqualTo(once);
  }

  @Test
  void fixesForReviewOnlyWhenAsked() throws IOException {
    String pod =
        Sample.POD
            + "      securityContext:\n"
            + "        capabilities:\n"
            + "          drop: [ALL]\n"
            + "          add: [SYS_ADMIN]\n";
    Path file = write("a.yaml", pod);

    Shell safe = Shell.run("fix", file);
    Shell all = Shell.run("fix", "--include-review", file);

    assertThat(safe.out()).doesNotContain("-          add:");
    assertThat(safe.err()).contains("Needs review (--include-review): ", "added-capability");
    assertThat(all.out()).contains("-          add: [SYS_ADMIN]\n");
  }

  @Test
  void standardInputGivesADiff() {
    Shell shell = Shell.withInput(Sample.POD, "fix", "-");
    assertThat(shell.out()).startsWith("--- a/-\n+++ b/-\n@@ -");
  }

  @Test
  void whatCannotBeAnalysedIsSaidAndTheRestMended() throws IOException {
    Path good = write("a.yaml", Sample.POD);
    Path bad = write("b.yaml", "a: [\n");

    Shell shell = Shell.run("fix", "--write", folder);

    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.err()).contains("Fixed and saved: ", "Not analysed: " + bad + ":");
    assertThat(without(Files.readString(good), "        allowPrivilegeEscalation: false\n"))
        .contains("web");
    assertThat(Files.readString(bad)).isEqualTo("a: [\n");
  }

  @Test
  void whatCannotBeSavedIsSaid() throws IOException {
    Path file = write("a.yaml", Sample.POD);
    assumeTrue(file.toFile().setWritable(false, false), "this system has no read-only files");

    Shell shell = Shell.run("fix", "--write", file);

    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.err())
        .startsWith("Nothing was saved.")
        .contains("Not saved: " + file + ": the file is read-only. Make it writable");
    assertThat(Files.readString(file)).isEqualTo(Sample.POD);
  }

  @Test
  void aTerminalShowsColoursAndNoControlCharacters() throws IOException {
    Path file = write("a.yaml", Sample.POD.replace("# for", "# \u202e for").replace("\n", "\r\n"));

    Shell shell = Shell.onTerminal("fix", file);

    assertThat(shell.out())
        .contains("   hostNetwork: true # \\u202e for the metrics\\r\n")
        .contains("\u001b[32m+        allowPrivilegeEscalation: false\\r\u001b[0m\n");
  }
}
