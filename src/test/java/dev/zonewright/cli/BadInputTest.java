package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Input that no tool likes: a row each, the rest goes on, nothing is written. */
class BadInputTest {
  @TempDir Path folder;

  private static Arguments failed(String name, String content, int line, String words) {
    return failed(name, content.getBytes(StandardCharsets.UTF_8), line, words);
  }

  private static Arguments failed(String name, byte[] content, int line, String words) {
    return Arguments.of(name, content, line, "failed", words);
  }

  private static Arguments nothing(String name, String content, int line, String words) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return Arguments.of(name, bytes, line, "no-control-applies", words);
  }

  private static String bomb() {
    StringBuilder out = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      out.append("a" + i + ": &a" + i + " [");
      out.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a" + (i - 1) + "]\n");
    }
    return out.toString();
  }

  static Stream<Arguments> table() {
    return Stream.of(
        nothing("empty", "", 1, "empty"),
        nothing("only white space", " \n\n  \n", 1, "empty"),
        nothing("only comments", "# a\n# b\n", 1, "only comments"),
        nothing("values file", "replicas: 3\nimage: web\n", 1, "open what the tool makes"),
        nothing("scalar", "just words\n", 1, "Write apiVersion, kind and metadata"),
        nothing("list", "[{\"kind\": \"Pod\"}]\n", 1, "of kind List"),
        nothing("empty JSON", "{}", 1, "no kind"),
        failed("binary", new byte[] {'a', '\n', 0, 2}, 2, "binary"),
        failed("PDF", "%PDF-1.7\n%\u00e9\n".getBytes(StandardCharsets.ISO_8859_1), 1, "a PDF"),
        failed("UTF-16", "kind: Pod\n".getBytes(StandardCharsets.UTF_16LE), 1, "UTF-16"),
        failed("UTF-16 with mark", "kind: Pod\n".getBytes(StandardCharsets.UTF_16), 1, "UTF-16"),
        failed("Latin-1", "a: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1), 1, "not UTF-8"),
        failed("tab for indentation", "kind: Pod\nmetadata:\n\tname: a\n", 3, "tab"),
        failed("unknown alias", "kind: Pod\nmetadata:\n  name: *gone\n", 3, "gone"),
        failed("alias bomb", bomb(), 0, "alias"),
        failed("deep nesting, flow", "kind: " + "[".repeat(100_000), 1, "deep"),
        failed("deep nesting, block", "- ".repeat(100_000) + "x\n", 1, "deep"),
        failed(
            "template", "kind: Pod\nmetadata:\n  {{- if .Values.a }}\n  name: a\n", 3, "template"),
        failed("unclosed quote", "kind: Pod\nmetadata:\n  name: \"a\n", 0, "quote"),
        failed("unclosed JSON", "{\"kind\": \"Pod\",\n \"metadata\": {", 0, ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void getsARow(String name, byte[] content, int line, String status, String words)
      throws IOException {
    Path bad = Files.write(folder.resolve("bad.yaml"), content);
    Path good = Files.writeString(folder.resolve("good.yaml"), Sample.POD);

    Shell shell =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> Shell.run("review", "--format", "json", folder));

    JsonNode review = JsonMapper.shared().readTree(shell.out());
    JsonNode row = review.at("/coverage/items/0");
    assertThat(row.get("file").asString()).isEqualTo(bad.toString());
    assertThat(row.get("status").asString()).isEqualTo(status);
    assertThat(row.get("reason").asString()).contains(words).doesNotContain("Exception");
    if (line > 0) {
      assertThat(row.get("line").asInt()).isEqualTo(line);
    }
    assertThat(review.get("findings").valueStream())
        .anyMatch(f -> f.get("file").asString().equals(good.toString()));
    assertThat(shell.err()).isEmpty();
    assertThat(shell.code()).isEqualTo(status.equals("failed") ? 3 : 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void isNeverWritten(String name, byte[] content, int line, String status, String words)
      throws IOException {
    Path bad = Files.write(folder.resolve("bad.yaml"), content);

    Shell shell = Shell.run("fix", "--write", "--include-review", bad);

    assertThat(Files.readAllBytes(bad)).isEqualTo(content);
    assertThat(shell.err()).contains("Nothing was saved.").doesNotContain("Exception");
  }

  @Test
  void aBrokenDocumentCostsOnlyItself() throws IOException {
    String text = Sample.POD + "---\na: [\n---\n" + Sample.POD.replace("api", "other");
    Path file = Files.writeString(folder.resolve("a.yaml"), text);

    JsonNode review = Shell.run("review", "--format", "json", file).json();

    assertThat(review.at("/coverage/documents").asInt()).isEqualTo(3);
    assertThat(review.at("/coverage/failed").asInt()).isOne();
    assertThat(review.get("workloads").valueStream().map(w -> w.get("name").asString()))
        .containsExactly("api", "other");
  }

  @Test
  void duplicateKeysAndJsonWithTabsAreRead() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    texts.put("a.yaml", Sample.POD + "kind: Pod\n");
    texts.put(
        "b.json",
        """
        {
        \t"apiVersion": "v1",
        \t"kind": "Namespace",
        \t"metadata": {"name": "a"}
        }\
        """);
    for (var text : texts.entrySet()) {
      Files.writeString(folder.resolve(text.getKey()), text.getValue());
    }

    Shell shell = Shell.run("review", folder);

    assertThat(shell.out()).contains("duplicate-key", "2 documents in 2 files: 2 analysed");
    assertThat(shell.code()).isOne();
  }

  @Test
  void aLineOfAMegabyteIsRead() throws IOException {
    String note = "  annotations: {note: \"" + "x".repeat(1_000_000) + "\"}\n";
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"), Sample.POD.replace("spec:\n", note + "spec:\n"));

    Shell shell = Shell.run("review", file);

    assertThat(shell.out()).contains("8:3      ").contains("host-network");
    assertThat(shell.out().lines()).allMatch(line -> line.length() < 400);
  }

  @Test
  void moreFindingsThanMemoryHoldsAreRefusedAndNothingIsWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), Sample.POD);

    Shell review = Shell.withRoomFor(1, "review", file);
    Shell fix = Shell.withRoomFor(1, "fix", "--write", file);

    assertThat(review.out()).isEmpty();
    assertThat(review.err())
        .isEqualTo(
            "These manifests have more findings than fit into the memory that Java may use here:"
                + " over 1 in 1 documents. Give it more (`java -Xmx4g …`), or name fewer files at"
                + " a time.\n");
    assertThat(review.code()).isEqualTo(3);
    assertThat(fix.err()).isEqualTo(review.err());
    assertThat(fix.code()).isEqualTo(3);
    assertThat(file).hasContent(Sample.POD);
  }

  @Test
  void aNameOfAMegabyteIsShownByItsBeginning() throws IOException {
    String name = "n".repeat(1_000_000);
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"), Sample.POD.replace("name: api", "name: " + name));

    Shell shell = Shell.run("review", file);

    assertThat(shell.out()).contains("n…").hasSizeLessThan(30_000);
    assertThat(shell.code()).isOne();
  }

  @Test
  void aFolderWithoutManifestsIsARow() throws IOException {
    Shell shell = Shell.run("review", Files.createDirectory(folder.resolve("none")));
    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.out())
        .contains("none:1\n    failed: the folder has no .yaml, .yml or .json file in it.")
        .endsWith("No findings, because nothing was analysed.\n");
  }
}
