package dev.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of the sample that is kept in the documentation is the one that is written now. */
class SampleReportTest {
  private static final Path KEPT = Path.of("docs", "sample-report.html");
  private static final String DAY = "2026-11-27";

  @TempDir Path folder;

  @Test
  void theReportInTheDocumentationIsUpToDate() throws IOException {
    Path now = folder.resolve("report.html");
    Shell shell = Shell.run("report", "assets/samples", "--today", DAY, "-o", now);
    assertThat(shell.err()).startsWith("Written: ");
    assertThat(KEPT)
        .as("out of date: mvn -q compile exec:exec@sample-report writes it anew")
        .hasSameTextualContentAs(now);
  }
}
