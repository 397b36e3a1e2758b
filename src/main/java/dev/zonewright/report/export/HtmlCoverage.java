package dev.zonewright.report.export;

import dev.zonewright.analysis.Coverage;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.risk.TenantRisk;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was read: every document that was not analysed, why not, and then every file. */
final class HtmlCoverage {
  private final ReviewDocument review;
  private final PrintWriter out;

  HtmlCoverage(ReviewDocument review, PrintWriter out) {
    this.review = review;
    this.out = out;
  }

  void write() {
    Coverage coverage = review.analysis().coverage();
    Map<String, int[]> files = files(coverage);
    out.print(
        "<h2>Coverage</h2>\n<p>%d of %s in %s analysed.</p>\n"
            .formatted(
                coverage.analysed(),
                Html.count(coverage.documents(), "document"),
                Html.count(files.size(), "file")));
    left(coverage.notAnalysed(), "Why");
    left(coverage.built(), "Note");
    if (!files.isEmpty()) {
      files(files);
    }
    review.risks().stream()
        .findFirst()
        .map(TenantRisk::rule)
        .ifPresent(rule -> out.print("<h3>The rule</h3>\n<p>%s</p>\n".formatted(Xml.text(rule))));
  }

  private void left(List<CoverageItem> left, String title) {
    if (left.isEmpty()) {
      return;
    }
    out.print(
        "<table><tr><th>Place</th><th>Document</th><th>Status</th><th>%s</th></tr>\n"
            .formatted(title));
    for (CoverageItem item : left) {
      out.print(
          "<tr><td class=\"mono\">%s</td><td>%d</td><td>%s</td><td>%s</td></tr>\n"
              .formatted(
                  Xml.text(item.file() + ":" + item.line()),
                  item.document(),
                  item.status().word(),
                  Xml.text(item.reason())));
    }
    out.print("</table>\n");
  }

  /** How many documents of each file were analysed, and how many not. */
  private static Map<String, int[]> files(Coverage coverage) {
    Map<String, int[]> out = new TreeMap<>();
    for (CoverageItem item : coverage.items()) {
      int[] counts = out.computeIfAbsent(item.file(), _ -> new int[2]);
      counts[item.status() == CoverageItem.Status.ANALYSED ? 0 : 1]++;
    }
    return out;
  }

  private void files(Map<String, int[]> files) {
    out.print(
        "<table class=\"files\"><tr><th>File</th><th>Documents analysed</th><th>Not</th></tr>\n");
    files.forEach((file, counts) ->
        out.print(
            "<tr><td class=\"mono\">%s</td><td>%d</td><td>%s</td></tr>\n"
                .formatted(Xml.text(file), counts[0], counts[1] == 0 ? "–" : counts[1])));
    out.print("</table>\n");
  }
}
