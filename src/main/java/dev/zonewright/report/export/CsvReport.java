package dev.zonewright.report.export;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Finding;
import dev.zonewright.report.BaselineMarks;
import dev.zonewright.report.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the findings as comma-separated values (RFC 4180), a line each. A cell that a spreadsheet
 * would take for a formula begins with an apostrophe.
 */
public final class CsvReport {
  private static final List<String> HEADER =
      List.of(
          "file",
          "line",
          "column",
          "severity",
          "verdict",
          "control",
          "family",
          "tenant",
          "kind",
          "namespace",
          "name",
          "container",
          "path",
          "edera",
          "message",
          "fix",
          "fix safety",
          "accepted reason",
          "accepted owner",
          "accepted expires",
          "fingerprint");

  private static final String FORMULA = "=+-@\t\r";

  private CsvReport() {}

  /**
   * Writes them; where a review lists a platform, a column says which findings are about it; beside
   * a baseline, a last column says which are new.
   */
  public static void write(Analysis analysis, BaselineMarks marks, PrintWriter out) {
    boolean platform = !analysis.platform().isEmpty();
    List<String> header = platform ? with(HEADER, "platform") : HEADER;
    line(marks.compared() ? with(header, "baseline") : header, out);
    for (LocatedFinding finding : analysis.findings()) {
      String serves = analysis.isPlatform(finding) ? "yes" : "";
      List<String> cells = platform ? with(cells(finding), serves) : cells(finding);
      line(marks.state(finding).map(state -> with(cells, state)).orElse(cells), out);
    }
    out.flush();
  }

  private static List<String> with(List<String> cells, String last) {
    return Stream.concat(cells.stream(), Stream.of(last)).toList();
  }

  private static List<String> cells(LocatedFinding located) {
    Finding finding = located.finding();
    boolean fixed = !finding.fixes().isEmpty();
    return List.of(
        located.file(),
        Integer.toString(located.start().line()),
        Integer.toString(located.start().column()),
        finding.severity().word(),
        finding.verdict().word(),
        finding.control().id(),
        finding.control().family().word(),
        finding.tenant().orElse(""),
        finding.kind(),
        finding.namespace(),
        finding.name(),
        finding.container(),
        finding.path().toString(),
        finding.control().edera().word(),
        finding.message(),
        fixed ? finding.fixes().getFirst().title() : "",
        fixed ? finding.fixes().getFirst().safety().word() : "",
        located.accepted().map(a -> a.reason()).orElse(""),
        located.accepted().map(a -> a.owner()).orElse(""),
        located.accepted().map(a -> a.expires().toString()).orElse(""),
        located.fingerprint());
  }

  private static void line(List<String> cells, PrintWriter out) {
    out.print(cells.stream().map(CsvReport::cell).collect(Collectors.joining(",")) + "\r\n");
  }

  private static String cell(String written) {
    String text = Printable.of(written);
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
