package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chart that is opened as it is written is told file by file, and how to render it. */
class UnrenderedChartTest {
  private static final String TWO = "{{- if .Values.a }}\na: 1\n---\n{{ if .Values.b }}\nb: 1\n";

  @TempDir Path folder;

  private Path chart = Path.of("");

  @BeforeEach
  void write() throws IOException {
    chart = folder.resolve("my shop");
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(chart.resolve("templates/a.yaml"), TWO);
    Files.writeString(chart.resolve("templates/b.yaml"), "{{- if .Values.a }}\nc: 1\n");
  }

  @Test
  void aReviewTellsEachFileOnceAndEveryLineOfIt() {
    String out = Shell.run("review", chart).out();
    assertThat(out)
        .containsOnlyOnce("unrendered-template  \n           2 documents are templates")
        .contains("checked: lines 1, 4.")
        .contains("({{- if .Values.a }})")
        .contains("3 findings: ▲ 3 high")
        .contains("3 documents in 2 files: 0 analysed");
    assertThat(flat(out)).contains("helm template '%s' | zonewright review -".formatted(chart));
  }

  @Test
  void soDoesAFix() {
    String out = Shell.run("fix", chart).err();
    assertThat(out).containsOnlyOnce("2 documents are templates").contains("No fix: 3");
    assertThat(flat(out)).containsOnlyOnce("helm template '%s' | zonewright".formatted(chart));
  }

  @Test
  void theJsonHasEachByItself() {
    String out = Shell.run("review", "--format", "json", chart).out();
    assertThat(out.split("\"control\": ?\"unrendered-template\"", -1)).hasSize(4);
  }

  @Test
  void templatesOfAnotherToolAreNoChart() throws IOException {
    Files.move(chart.resolve("templates"), chart.resolve("other"));
    assertThat(Shell.run("review", chart).out()).contains("2 documents").doesNotContain("Note:");
  }

  private static String flat(String out) {
    return out.replaceAll("\\s+", " ");
  }
}
