package dev.zonewright.report.export;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Severity;
import dev.zonewright.report.BaselineMarks;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes an analysis as JUnit XML, as build servers read it: a suite for each file; a failure for
 * each finding, an error for each document that was not analysed, a passed case for each document
 * without a finding. What exceptions cover is skipped, with the reason. What does not make the run
 * fail must not make a build fail here: a note, and a finding below the severity that fails, is a
 * passed case that says so in its output.
 */
public final class JUnitReport {
  private final Analysis analysis;
  private final Severity failing;
  private final PrintWriter out;

  private JUnitReport(Analysis analysis, Severity failing, PrintWriter out) {
    this.analysis = analysis;
    this.failing = failing;
    this.out = out;
  }

  /**
   * Writes it; findings that the marks leave out are one skipped case of a suite of their own.
   *
   * @param failing the least severity that fails
   */
  public static void write(
      Analysis analysis, BaselineMarks marks, Severity failing, PrintWriter out) {
    new JUnitReport(analysis, failing, out).write(marks);
    out.flush();
  }

  /** What a file has. */
  private record Suite(List<LocatedFinding> findings, List<CoverageItem> documents) {}

  private void write(BaselineMarks marks) {
    Map<String, Suite> suites = new TreeMap<>();
    analysis.coverage().items().forEach(i -> suite(suites, i.file()).documents().add(i));
    analysis.findings().forEach(f -> suite(suites, f.file()).findings().add(f));
    out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"zonewright\">\n");
    suites.forEach(this::suite);
    if (marks.newOnly() && marks.unchanged() > 0) {
      out.print(
          "  <testsuite name=\"baseline\" tests=\"1\" failures=\"0\" errors=\"0\""
              + " skipped=\"1\">\n");
      testcase(
          "baseline",
          "earlier findings",
          "<skipped message=\"%s\"/>".formatted(Xml.attribute(marks.summary().orElse(""))));
      out.print("  </testsuite>\n");
    }
    out.print("</testsuites>\n");
  }

  private static Suite suite(Map<String, Suite> suites, String file) {
    return suites.computeIfAbsent(file, _ -> new Suite(new ArrayList<>(), new ArrayList<>()));
  }

  private void suite(String file, Suite suite) {
    List<CoverageItem> failed = suite.documents().stream().filter(CoverageItem::isHole).toList();
    List<CoverageItem> clean =
        suite.documents().stream()
            .filter(i -> !i.isHole())
            .filter(i -> suite.findings().stream().noneMatch(f -> f.document() == i.document()))
            .toList();
    long skipped = suite.findings().stream().filter(f -> f.accepted().isPresent()).count();
    out.print(
        "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\">\n"
            .formatted(
                Xml.attribute(file),
                suite.findings().size() + failed.size() + clean.size(),
                suite.findings().stream().filter(this::fails).count(),
                failed.size(),
                skipped));
    clean.forEach(i -> testcase(file, document(i), ""));
    failed.forEach(i ->
        testcase(
            file,
            document(i),
            "<error message=\"%s\" type=\"not-analysed\"/>".formatted(Xml.attribute(i.reason()))));
    suite.findings().forEach(f -> testcase(file, name(f), outcome(f)));
    out.print("  </testsuite>\n");
  }

  private static String document(CoverageItem item) {
    String object = item.kind().isEmpty() ? "" : ": " + item.kind() + " " + item.name();
    return "document " + item.document() + object;
  }

  private static String name(LocatedFinding located) {
    Finding finding = located.finding();
    String container = finding.container().isEmpty() ? "" : "/" + finding.container();
    return "%s: %s%s, line %d"
        .formatted(
            finding.control().id(), finding.objectLabel(), container, located.start().line());
  }

  private boolean fails(LocatedFinding located) {
    return located.accepted().isEmpty() && located.finding().severity().atLeast(failing);
  }

  private String outcome(LocatedFinding located) {
    Finding finding = located.finding();
    if (located.accepted().isPresent()) {
      String why =
          located
              .accepted()
              .map(a -> "%s (%s, until %s)".formatted(a.reason(), a.owner(), a.expires()))
              .orElse("");
      return "<skipped message=\"%s\"/>".formatted(Xml.attribute("accepted: " + why));
    }
    String whole = located.place() + "\n" + finding.message() + "\n" + finding.guidance();
    if (!fails(located)) {
      return "<system-out>%s</system-out>"
          .formatted(Xml.text(finding.severity().word() + ": " + whole));
    }
    String type = finding.severity().word() + " " + finding.verdict().word();
    return "<failure message=\"%s\" type=\"%s\">%s</failure>"
        .formatted(Xml.attribute(finding.message()), Xml.attribute(type), Xml.text(whole));
  }

  private void testcase(String file, String name, String outcome) {
    String start =
        "    <testcase classname=\"%s\" name=\"%s\""
            .formatted(Xml.attribute(file), Xml.attribute(name));
    out.print(outcome.isEmpty() ? start + "/>\n" : start + ">" + outcome + "</testcase>\n");
  }
}
