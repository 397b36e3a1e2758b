package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.report.export.ExportFormat;
import dev.zonewright.ui.dialog.Notice;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report never lacks files of which it does not say so. */
class ExportWaitsTest {
  @TempDir Path folder;

  @Test
  void noReportIsWrittenWhileFilesAreReadOrWaitForTheirAnalysis() {
    Bench bench = new Bench(folder);
    bench.open(bench.write("api.yaml", Bench.DEPLOYMENT));
    Path report = folder.resolve("report.html");
    bench.place = Optional.of(report);

    bench.model.status().opening(1, 2);
    bench.model.decisions().export(ExportFormat.HTML, bench);
    assertThat(report).doesNotExist();
    assertThat(bench.model.noticeProperty().get())
        .extracting(Notice::text)
        .asString()
        .contains("Not all files are analysed yet");

    bench.model.status().opened();
    // what is open is analysed: a new look at it does not hold the report up
    bench.model.status().busy("analysing…");
    bench.model.decisions().export(ExportFormat.HTML, bench);
    assertThat(report).exists();
  }
}
