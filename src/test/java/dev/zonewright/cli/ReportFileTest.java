package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.text.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a report may be written. */
class ReportFileTest {
  /** It never ends when it is read. */
  private static final Path DEVICE = Path.of("/dev/full");

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec: {hostPID: true, containers: [{name: api, image: 'registry.example/api:1'}]}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"pod.yaml", "pod.json"})
  void aManifestIsNotReplacedByItsReport(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), POD);
    Shell run = Shell.run("report", folder, "-o", file);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("something else has that name");
    assertThat(file).hasContent(POD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.yaml", "report.json", "report.html"})
  void anEarlierReportIsReplaced(String name) throws IOException {
    Files.writeString(folder.resolve("pod.yaml"), POD);
    Path report = folder.resolve("out").resolve(name);
    Files.createDirectories(report.getParent());
    for (int round = 0; round < 2; round++) {
      Shell run = Shell.run("report", folder.resolve("pod.yaml"), "-o", report);
      assertThat(run.code()).as(run.err()).isZero();
    }
    assertThat(report).isNotEmptyFile();
  }

  @Test
  void aFolderThatIsNotThereIsSaidToBeMissing() throws IOException {
    Path pod = Files.writeString(folder.resolve("pod.yaml"), POD);
    Shell run = Shell.run("report", pod, "-o", folder.resolve("none/report.html"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains("there is no folder " + folder.resolve("none") + ". Create it")
        .doesNotContain(".tmp");
  }

  @Test
  @EnabledIf("hasDevice")
  void aDeviceIsNeitherReadNorReplaced() throws IOException {
    Path pod = Files.writeString(folder.resolve("pod.yaml"), POD);
    Path link = Files.createSymbolicLink(folder.resolve("report.html"), DEVICE);
    Shell run = Shell.run("report", pod, "-o", link);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("was not written: there is a device");
    assertThat(Files.isSymbolicLink(link)).isTrue();
  }

  static boolean hasDevice() {
    return Files.exists(DEVICE);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // allows no such names
  void theNameOfAReportActsOnNoTerminal() throws IOException {
    Path pod = Files.writeString(folder.resolve("pod.yaml"), POD);
    String name = "a\u001b[2J\u202e";
    for (String file : List.of(name + ".html", name + "/none.html", name + ".json")) {
      String command = file.endsWith(".json") ? "baseline" : "report";
      Shell run = Shell.run(command, pod, "-o", folder.resolve(file));
      assertThat(run.err()).contains("a\\u001b[2J\\u202e").doesNotContain("\u001b", "\u202e");
    }
  }

  @Test
  void nothingHidesInAYamlReport() throws IOException {
    Path file = folder.resolve("a\u202e\u200b\u3164.yaml");
    Files.writeString(
        file, POD.replace("name: api,", "name: \"a\\u202e\\x7f\\U000E0041\\ufe00\","));
    String written = Shell.run("review", "--format", "openreports", file).out();
    assertThat(written).contains("\\\\u202e", "\\\\u200b");
    assertThat(Hidden.without(written.replace("\n", ""))).isEqualTo(written.replace("\n", ""));
  }
}
