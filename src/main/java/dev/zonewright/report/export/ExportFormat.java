package dev.zonewright.report.export;

import dev.zonewright.control.Severity;
import dev.zonewright.report.JsonReview;
import dev.zonewright.report.closing.ClosingJson;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms that a review leaves the program in, beside the text for a terminal. All UTF-8. */
public enum ExportFormat {
  JSON("json"),
  SARIF("sarif"),
  JUNIT("xml"),
  MARKDOWN("md"),
  HTML("html"),
  PDF("pdf"),
  CSV("csv"),
  OPENREPORTS("yaml");

  private final String ending;

  ExportFormat(String ending) {
    this.ending = ending;
  }

  /** How names of such files end, without the dot. */
  public String ending() {
    return ending;
  }

  /** Whether the libraries for it are there; a small package may leave those of PDF out. */
  public boolean isAvailable() {
    return this != PDF
        || ExportFormat.class.getResource("/org/apache/pdfbox/pdmodel/PDDocument.class") != null;
  }

  /** Whether it says which changes close most. */
  public boolean showsClosing() {
    return switch (this) {
      case HTML, PDF, MARKDOWN, JSON -> true;
      case SARIF, JUNIT, CSV, OPENREPORTS -> false;
    };
  }

  /** The form that a file's name asks for; empty when it ends otherwise. */
  public static Optional<ExportFormat> ofFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String asked =
        lower.endsWith(".markdown")
            ? MARKDOWN.ending
            : lower.endsWith(".yml")
                ? OPENREPORTS.ending
                : lower.substring(lower.lastIndexOf('.') + 1);
    boolean sarif = lower.endsWith(".sarif.json");
    return sarif
        ? Optional.of(SARIF)
        : Arrays.stream(values()).filter(f -> f.ending.equals(asked)).findFirst();
  }

  /** The endings, for a message. */
  public static List<String> endings() {
    return Arrays.stream(values()).map(f -> "." + f.ending).toList();
  }

  /** Writes to a stream and leaves it open; what cannot be written is the stream's to tell. */
  public void write(ReviewDocument review, OutputStream stream) {
    write(review, Severity.LOW, stream);
  }

  /**
   * The same where findings fail a run only from a severity up, which build servers are told.
   *
   * @param failing the least severity that fails
   */
  public void write(ReviewDocument review, Severity failing, OutputStream stream) {
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    switch (this) {
      case JSON ->
          JsonReview.write(
              review.analysis(),
              Optional.empty(),
              review.marks(),
              json -> ClosingJson.write(review.closing(), json),
              stream);
      case SARIF -> SarifReport.write(review, stream);
      case JUNIT -> JUnitReport.write(review.analysis(), review.marks(), failing, out);
      case MARKDOWN -> MarkdownReport.write(review, out);
      case HTML -> HtmlReport.write(review, out);
      case PDF -> PdfReport.write(review, stream);
      case CSV -> CsvReport.write(review.analysis(), review.marks(), out);
      case OPENREPORTS -> OpenReportsReport.write(review.analysis(), review.marks(), out);
    }
    out.flush();
  }
}
