package dev.zonewright.report.export;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedRelated;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Verdict;
import java.io.PrintWriter;

/** All findings, each with its line. */
final class HtmlFindings {
  private final ReviewDocument review;
  private final Excerpts excerpts;
  private final PrintWriter out;

  HtmlFindings(ReviewDocument review, PrintWriter out) {
    this.review = review;
    this.excerpts = new Excerpts(review.analysis());
    this.out = out;
  }

  void write() {
    out.print("<h2>Findings</h2>\n");
    if (review.analysis().findings().isEmpty()) {
      out.print("<p class=\"quiet\">None.</p>\n");
    }
    review.analysis().findings().forEach(this::finding);
  }

  private void finding(LocatedFinding located) {
    Finding finding = located.finding();
    String verdict = finding.verdict() == Verdict.UNDETERMINED ? " (undetermined)" : "";
    out.print(
        "<div class=\"finding\" id=\"f-%s\">\n<p>%s <b>%s</b>%s · %s · <span class=\"mono\">%s</span></p>\n"
            .formatted(
                Xml.attribute(located.fingerprint()),
                Html.severity(finding.severity()),
                Xml.text(finding.control().id()),
                verdict,
                Xml.text(Levels.subject(located) + review.mark(located)),
                Xml.text(located.place())));
    String excerpt = excerpts.of(located);
    if (!excerpt.isEmpty()) {
      out.print("<pre>%s</pre>\n".formatted(Xml.text(excerpt)));
    }
    out.print("<p>%s</p>\n".formatted(Xml.text(finding.message())));
    int number = 1;
    for (LocatedRelated place : located.related()) {
      out.print(
          "<p class=\"quiet\">%d. %s: %s, <span class=\"mono\">%s</span></p>\n"
              .formatted(
                  number++,
                  Xml.text(place.role()),
                  Xml.text(place.object().label()),
                  Xml.text(place.place())));
    }
    for (Fix fix : finding.fixes()) {
      String reason = fix.reason().isEmpty() ? "" : ": " + fix.reason();
      out.print(
          "<p class=\"quiet\">Fix: %s (%s%s)</p>\n"
              .formatted(Xml.text(fix.title()), fix.safety().word(), Xml.text(reason)));
    }
    if (!finding.guidance().isEmpty()) {
      out.print("<p class=\"quiet\">%s</p>\n".formatted(Xml.text(finding.guidance())));
    }
    located
        .accepted()
        .ifPresent(a ->
            out.print(
                "<p><b>Accepted</b> until %s by %s: %s</p>\n"
                    .formatted(a.expires(), Xml.text(a.owner()), Xml.text(a.reason()))));
    out.print("</div>\n");
  }
}
