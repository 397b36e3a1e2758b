package dev.zonewright.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.FixRun;
import dev.zonewright.report.export.ExportFormat;
import dev.zonewright.ui.dialog.Notice;
import dev.zonewright.ui.dialog.UserDialogs;
import dev.zonewright.ui.fix.FixAllModel;
import dev.zonewright.ui.review.Reviews;
import dev.zonewright.workspace.ManifestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports leave the window in every form, and say where they are. */
class ReportExportTest {
  @TempDir Path folder;

  private final List<Notice> told = new ArrayList<>();
  private final List<Path> opened = new ArrayList<>();

  private static final class Asking implements UserDialogs {
    private final Optional<Path> answer;
    private String proposed = "";

    Asking(Optional<Path> answer) {
      this.answer = answer;
    }

    @Override
    public Unsaved unsaved(List<String> files) {
      return Unsaved.STAY;
    }

    @Override
    public Optional<FixRun> chooseFixes(FixAllModel model) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> saveAs(String name) {
      proposed = name;
      return answer;
    }
  }

  private ReportExport export() {
    ReportExport export =
        new ReportExport(
            Reviews.runner(), new ManifestStore(), Reviews.closing(), Map::of, told::add);
    export.openThrough(opened::add);
    return export;
  }

  private static String textOf(Path file) throws IOException {
    if (!file.toString().endsWith(".pdf")) {
      return Files.readString(file);
    }
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void everyFormIsWrittenAndHoldsTheFindings() throws Exception {
    for (ExportFormat format : ExportFormat.values()) {
      Path file = folder.resolve("report." + format.ending());
      export()
          .export(format, Reviews.of(Reviews.TWO_TENANTS, ""), "", new Asking(Optional.of(file)));

      assertThat(textOf(file)).as(format.name()).contains("undropped-capabilities");
      assertThat(told.getLast().text()).isEqualTo("Written: " + file);
    }
  }

  @Test
  void nothingIsWrittenInAnyFormWhereThePersonCancels() {
    for (ExportFormat format : ExportFormat.values()) {
      Path file = folder.resolve("cancelled." + format.ending());
      Consumer<Notice> cancelling =
          notice -> {
            told.add(notice);
            notice.choices().stream()
                .filter(c -> c.label().equals("Cancel"))
                .forEach(c -> c.action().run());
          };
      new ReportExport(
              Reviews.runner(), new ManifestStore(), Reviews.closing(), Map::of, cancelling)
          .export(format, Reviews.of(Reviews.TWO_TENANTS, ""), "", new Asking(Optional.of(file)));

      assertThat(file).doesNotExist();
      assertThat(told.getLast().text()).isEqualTo(file + " was not written: it was cancelled.");
    }
  }

  @Test
  void aLongReportSaysHowFarItIs() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      text.append(
          """
          ---
          apiVersion: v1
          kind: Pod
          metadata:
            name: pod-%d
            namespace: acme
          spec:
            containers:
              - name: main
                image: registry.example/app:1
          """
              .formatted(i));
    }
    Path file = folder.resolve("long.json");
    export()
        .export(
            ExportFormat.JSON, Reviews.of(text.toString(), ""), "", new Asking(Optional.of(file)));

    assertThat(file).exists();
    assertThat(told)
        .extracting(Notice::text)
        .startsWith(
            "long.json: finding out what closes most…",
            "Writing long.json…",
            "Writing long.json, 1 MB so far…")
        .last()
        .isEqualTo("Written: " + file);
  }

  @Test
  void openSaysWhatIsOpenedSinceTheSystemDoesNotTellWhetherItDid() {
    Path file = folder.resolve("report.csv");
    export()
        .export(
            ExportFormat.CSV,
            Reviews.of(Reviews.TWO_TENANTS, ""),
            "",
            new Asking(Optional.of(file)));
    told.getLast().choices().getFirst().action().run();

    assertThat(opened).containsExactly(file);
    assertThat(told.getLast().text()).startsWith("Opening " + file);
  }

  @Test
  void theQuestionWhereToBeginsInTheFolderThatIsGiven() {
    Asking asking = new Asking(Optional.empty());
    export()
        .export(ExportFormat.HTML, Reviews.of(Reviews.TWO_TENANTS, ""), "/srv/manifests/", asking);
    assertThat(asking.proposed).isEqualTo("/srv/manifests/zonewright-report.html");
  }

  @Test
  void aWrittenReportCanBeOpened() {
    Path file = folder.resolve("report.html");
    export()
        .export(
            ExportFormat.HTML,
            Reviews.of(Reviews.TWO_TENANTS, ""),
            "",
            new Asking(Optional.of(file)));
    told.getLast().choices().getFirst().action().run();

    assertThat(opened).containsExactly(file);
  }

  @Test
  void nothingIsWrittenWhereThePersonDeclinesAndAFailureIsSaid() {
    export()
        .export(
            ExportFormat.CSV,
            Reviews.of(Reviews.TWO_TENANTS, ""),
            "",
            new Asking(Optional.empty()));
    assertThat(told).isEmpty();

    Path file = folder.resolve("missing").resolve("report.csv");
    export()
        .export(
            ExportFormat.CSV,
            Reviews.of(Reviews.TWO_TENANTS, ""),
            "",
            new Asking(Optional.of(file)));
    assertThat(told.getLast().text()).contains("was not written");
    assertThat(told.getLast().tone()).isEqualTo(Notice.Tone.WARNING);
  }
}
