package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReviewCommandTest {
  @TempDir Path folder;

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static JsonNode json(Shell shell) {
    return JsonMapper.shared().readTree(shell.out());
  }

  @Test
  void nothingFoundIsZero() throws IOException {
    Shell shell = Shell.run("review", write("a.yaml", Sample.CLEAN));

    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .endsWith("1 analysed, 0 with nothing to analyse, 0 failed\nNo findings.\n");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void findingsAreOne() throws IOException {
    Shell shell = Shell.run("review", write("a.yaml", Sample.POD));

    assertThat(shell.code()).isOne();
    assertThat(shell.out())
        .contains("◆ critical  host-network  Pod shop/api\n", "  7:3 ")
        .contains("safe fix (`zonewright fix`)\n");
  }

  @Test
  void theThresholdDecides() throws IOException {
    Path file =
        write(
            "a.yaml",
            Sample.POD.replace(
                    "  hostNetwork: true # for the metrics\n", "  runtimeClassName: edera\n")
                + Sample.ISOLATION);
    assertThat(json(Shell.run("review", "--format", "json", file)).get("findings").valueStream())
        .extracting(f -> f.get("severity").asString())
        .contains("medium")
        .doesNotContain("high", "critical");
    assertThat(Shell.run("review", "--fail-on", "high", file).code()).isZero();
    assertThat(Shell.run("review", "--fail-on=MEDIUM", file).code()).isOne();
    assertThat(Shell.run("review", file).code()).isOne();
  }

  @Test
  void whatCouldNotBeAnalysedIsThreeWhateverElseIsFound() throws IOException {
    write("a.yaml", Sample.POD);
    write("b.yaml", "a: [\n");

    Shell shell = Shell.run("review", folder);

    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.out()).contains("host-network", "b.yaml:");
    assertThat(Shell.run("review", folder.resolve("none.yaml")).code()).isEqualTo(3);
  }

  @Test
  void standardInputIsADash() {
    Shell shell = Shell.withInput(Sample.POD, "review", "--format", "json", "-");

    assertThat(shell.code()).isOne();
    assertThat(json(shell).at("/findings/0/file").asString()).isEqualTo("-");
  }

  @Test
  void standardInputStandsBesideFiles() throws IOException {
    Shell shell =
        Shell.withInput(Sample.POD, "review", "-", write("a.yaml", Sample.CLEAN), "--format=json");

    assertThat(json(shell).at("/coverage/documents").asInt()).isEqualTo(2);
  }

  @Test
  void theJsonIsTheWholeOutput() throws IOException {
    Shell shell = Shell.run("review", "--format", "json", write("a.yaml", Sample.POD));

    assertThat(shell.out()).startsWith("{\n  \"tool\": {").endsWith("\n}\n");
    assertThat(shell.err()).isEmpty();
    assertThat(json(shell).propertyNames())
        .containsExactly("tool", "coverage", "workloads", "findings");
  }

  @Test
  void coloursOnlyOnATerminal() throws IOException {
    Path file = write("a.yaml", Sample.POD);
    assertThat(Shell.run("review", file).out()).doesNotContain("\u001b");
    assertThat(Shell.onTerminal("review", file).out()).contains("\u001b[1;31m◆ critical");
  }

  @Test
  void namesAreWrittenAsGiven() throws IOException {
    write("a.yaml", Sample.POD);
    Path odd = folder.resolve(".").resolve("a.yaml");
    Shell shell = Shell.run("review", "--format=json", odd.toString());
    assertThat(json(shell).at("/findings/0/file").asString()).isEqualTo(odd.toString());
  }
}
