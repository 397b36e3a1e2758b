package dev.zonewright.report.export;

import dev.zonewright.analysis.Coverage;
import dev.zonewright.checklist.TenantChecklist;
import dev.zonewright.report.closing.ClosingChange;
import dev.zonewright.risk.PlatformTenants;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.text.FileNames;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The first page, which answers alone: which level for whom, why, since when, what is to be
 * decided, what closes most.
 */
final class HtmlSummary {
  /** Up to so many tenants stand side by side. */
  private static final int MATRIX = 6;

  /** The levels of up to so many stand beside what is to be decided and the counts. */
  private static final int BESIDE = 3;

  private static final int LONGEST_WHY = 110;

  private final ReviewDocument review;
  private final PrintWriter out;

  HtmlSummary(ReviewDocument review, PrintWriter out) {
    this.review = review;
    this.out = out;
  }

  void write() {
    head();
    int tenants = review.risks().size();
    if (tenants == 0) {
      platform();
      decisions();
      countsInLines();
      closing();
    } else if (tenants <= BESIDE) {
      beside();
    } else if (tenants <= MATRIX) {
      // all of it on one page: what decides in its first clause, the rest on the tenant's own page
      tenants();
      new HtmlMatrix(review, out).write("matrix dense", false);
      out.print("<div class=\"columns\">\n<div class=\"half\">\n");
      decisions();
      out.print("</div>\n<div class=\"other half\">\n");
      countsInLines();
      out.print("</div>\n</div>\n");
      closing();
    } else {
      answers();
      countsInLines();
      tenants();
    }
  }

  private void beside() {
    tenants();
    out.print("<div class=\"columns\">\n<div class=\"wide\">\n");
    new HtmlMatrix(review, out).write("matrix", true);
    out.print("</div>\n<div class=\"narrow\">\n");
    decisions();
    counts();
    out.print("</div>\n</div>\n");
    closing();
  }

  /** What must be on the first page however many tenants there are, before what may need more. */
  private void answers() {
    closing();
    decisions();
  }

  private void decisions() {
    out.print("<h3>Decisions needed</h3>\n");
    new Decisions(review).lines().forEach(line -> out.print("<p>" + line + "</p>\n"));
  }

  private String undetermined() {
    long rows = rows(ResidualLevel.UNDETERMINED);
    return rows == 0
        ? ""
        : ", %d %s undetermined, which is not a pass".formatted(rows, rows == 1 ? "is" : "are");
  }

  private void head() {
    out.print(
        "<p class=\"eyebrow\">Security review</p>\n<h1>Residual risk of %s</h1>\n"
            .formatted(Html.count(review.risks().size(), "tenant")));
    out.print(
        "<p class=\"sub\">%s%s · against Edera's security reference architecture</p>\n"
            .formatted(
                review.date(), review.marks().compared() ? " · compared with a baseline" : ""));
    out.print(review.risks().isEmpty() ? nobody() : lead());
  }

  /** That nothing is known to be wrong of nobody is no good news. */
  private String nobody() {
    Coverage coverage = review.analysis().coverage();
    String missed =
        coverage.hasHoles() ? " %d could not be analysed.".formatted(coverage.holes()) : "";
    return """
    <p class="lead unknown"><b>No tenant among %s.</b> None has a workload or a namespace of a tenant, so nothing is said about risk.%s</p>
    """
        .formatted(Html.count(coverage.documents(), "document"), missed);
  }

  private String lead() {
    long open = review.risks().stream().filter(r -> r.level() == ResidualLevel.OPEN).count();
    long all = review.risks().stream().flatMap(r -> r.rows().stream()).count();
    boolean whole =
        rows(ResidualLevel.UNDETERMINED) == 0 && !review.analysis().coverage().hasHoles();
    return "<p class=\"lead%s\"><b>%s</b> %d of %d risk rows have an exposure%s.</p>\n"
        .formatted(
            open > 0 ? "" : whole ? " calm" : " unknown",
            open == 0
                ? "No tenant is open."
                : "Residual risk is open for %d of %s."
                    .formatted(open, Html.count(review.risks().size(), "tenant")),
            rows(ResidualLevel.OPEN),
            all,
            undetermined());
  }

  /** The verdict, in its first clause where many stand below each other. */
  private String why(TenantRisk risk) {
    if (review.risks().size() <= BESIDE) {
      return risk.verdict();
    }
    String first = risk.verdict().split("; ", 2)[0];
    if (first.length() <= LONGEST_WHY) {
      return first;
    }
    int end = first.lastIndexOf(' ', LONGEST_WHY);
    return first.substring(0, end > 0 ? end : LONGEST_WHY) + " …";
  }

  private void tenants() {
    boolean compared = review.marks().compared();
    out.print(
        "<table class=\"tenants%s\"><tr><th>Tenant</th><th>Residual risk</th><th>Why</th><th>Rows open</th><th>In a zone</th>%s</tr>\n"
            .formatted(
                review.risks().size() > BESIDE ? " dense" : "",
                compared ? "<th>Since the baseline</th>" : ""));
    for (TenantRisk risk : review.risks()) {
      long open = risk.rows().stream().filter(r -> r.level() == ResidualLevel.OPEN).count();
      out.print(
          "<tr><td class=\"name words\"><a href=\"#%s\"><b>%s</b></a></td><td>%s</td><td class=\"words\">%s</td><td>%d of %d</td><td>%d of %d</td>%s</tr>\n"
              .formatted(
                  HtmlReport.anchor(risk.tenant()),
                  Xml.text(risk.tenant()),
                  Html.chip(risk.level()),
                  Xml.text(why(risk)),
                  open,
                  risk.rows().size(),
                  risk.inZone(),
                  risk.workloads(),
                  compared ? "<td class=\"since\">" + since(risk.tenant()) + "</td>" : ""));
    }
    out.print("</table>\n");
    platform();
  }

  private void platform() {
    Set<String> platform = PlatformTenants.listed(review.analysis());
    if (!platform.isEmpty()) {
      out.print(
          "<p><a href=\"#platform\">Platform</a>, which is not a tenant: %s.</p>\n"
              .formatted(Xml.text(String.join(", ", platform))));
    }
  }

  private String since(String tenant) {
    List<RiskChange> own = review.moved().stream().filter(c -> c.tenant().equals(tenant)).toList();
    long better = own.stream().filter(RiskChange::isBetter).count();
    return own.isEmpty()
        ? "unchanged"
        : "%d better, %d worse".formatted(better, own.size() - better);
  }

  private long rows(ResidualLevel level) {
    return review.risks().stream()
        .flatMap(r -> r.rows().stream())
        .filter(r -> r.level() == level)
        .count();
  }

  private void counts() {
    out.print("<h3>Counted</h3>\n<table class=\"counts\">\n");
    row("Open findings", Integer.toString(review.open().size()));
    if (review.marks().compared()) {
      row("Since the baseline", review.marks().counts());
    }
    out.print("<tr><td colspan=\"2\">%s</td></tr>\n".formatted(String.join(" · ", severities())));
    row("Accepted by exceptions", Integer.toString(review.accepted().size()));
    row(
        "Attestations",
        Integer.toString(review.review().map(r -> r.attestations().size()).orElse(0)));
    for (TenantChecklist list : review.checklists()) {
      row("Checklist of " + Xml.text(list.tenant()), closed(list));
    }
    row(
        "Documents analysed",
        "%d of %d"
            .formatted(
                review.analysis().coverage().analysed(), review.analysis().coverage().documents()));
    out.print("</table>\n");
  }

  /** The same counts in the width of the page. */
  private void countsInLines() {
    List<String> counts = new ArrayList<>();
    counts.add("<b>%s</b>".formatted(Html.count(review.open().size(), "open finding")));
    counts.addAll(severities());
    if (review.marks().compared()) {
      counts.add("since the baseline " + review.marks().counts());
    }
    counts.add("%d accepted by exceptions".formatted(review.accepted().size()));
    counts.add(
        Html.count(review.review().map(r -> r.attestations().size()).orElse(0), "attestation"));
    counts.add(
        "%d of %s analysed"
            .formatted(
                review.analysis().coverage().analysed(),
                Html.count(review.analysis().coverage().documents(), "document")));
    out.print("<h3>Counted</h3>\n<p>" + String.join(" · ", counts) + "</p>\n");
    if (!review.checklists().isEmpty() && review.checklists().size() <= MATRIX) {
      List<String> lists =
          review.checklists().stream().map(l -> Xml.text(l.tenant()) + " " + closed(l)).toList();
      out.print("<p>Checklist: " + String.join(" · ", lists) + "</p>\n");
    }
  }

  private List<String> severities() {
    List<String> out = new ArrayList<>();
    review
        .analysis()
        .counts()
        .forEach((severity, count) -> out.add(Html.severity(severity, count)));
    return out;
  }

  private static String closed(TenantChecklist list) {
    return "%d of %d".formatted(list.closed(), list.items().size());
  }

  private void row(String name, String value) {
    out.print("<tr><td>%s</td><td class=\"number\">%s</td></tr>\n".formatted(name, value));
  }

  private void closing() {
    if (review.closing().possible() == 0) {
      return;
    }
    out.print("<h3 class=\"below\">What closes most</h3>\n");
    if (!review.closing().changes().isEmpty()) {
      out.print("<table class=\"closing\">\n");
      int number = 1;
      for (ClosingChange change : review.closing().first()) {
        out.print(
            "<tr><td class=\"number\">%d</td><td class=\"words\"><b>%s</b> <span class=\"quiet\">%s</span></td><td class=\"mono\"><a href=\"#f-%s\">%s</a></td><td>%s</td></tr>\n"
                .formatted(
                    number++,
                    Xml.text(change.words()),
                    change.safety().word(),
                    Xml.attribute(change.first().fingerprint()),
                    Xml.text(FileNames.last(change.first().place())),
                    Xml.text(change.effect())));
      }
      out.print("</table>\n");
    }
    out.print("<p class=\"quiet\">%s</p>\n".formatted(Xml.text(review.closing().account())));
  }
}
