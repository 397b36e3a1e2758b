package dev.zonewright.report.export;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Severity;
import dev.zonewright.risk.PlatformTenants;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.risk.TenantRisk;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The namespaces that serve the cluster: no level, only what runs there and what was found. */
final class HtmlPlatform {
  private final ReviewDocument review;
  private final PrintWriter out;

  HtmlPlatform(ReviewDocument review, PrintWriter out) {
    this.review = review;
    this.out = out;
  }

  static Set<String> names(ReviewDocument review) {
    return PlatformTenants.listed(review.analysis());
  }

  void write() {
    out.print(
        "<h2>Platform</h2>\n<p>These namespaces serve the cluster and are not tenants: they have no"
            + " level and no checklist. Their findings count.</p>\n<table class=\"platform\">"
            + "<tr><th>Namespace</th><th>Workloads</th><th>On the host kernel</th>"
            + "<th>Findings</th></tr>\n");
    List<TenantRisk> risks = ResidualRisk.withPlatform(review.analysis());
    for (String name : names(review)) {
      Optional<TenantRisk> risk = risks.stream().filter(r -> r.tenant().equals(name)).findFirst();
      int workloads = risk.map(TenantRisk::workloads).orElse(0);
      out.print(
          "<tr><td class=\"name\"><b>%s</b></td><td>%d</td><td>%d</td><td>%s</td></tr>\n"
              .formatted(
                  Xml.text(name),
                  workloads,
                  workloads - risk.map(TenantRisk::inZone).orElse(0),
                  counts(of(name))));
    }
    out.print("</table>\n");
    for (String name : names(review)) {
      findings(name, of(name));
    }
  }

  private List<LocatedFinding> of(String name) {
    return review.analysis().findings().stream()
        .filter(f -> f.finding().tenant().filter(name::equals).isPresent())
        .toList();
  }

  private static String counts(List<LocatedFinding> findings) {
    List<String> out = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(f -> f.finding().severity() == severity).count();
      if (count > 0) {
        out.add(Html.severity(severity, (int) count));
      }
    }
    return out.isEmpty() ? "none" : String.join(" · ", out);
  }

  private void findings(String name, List<LocatedFinding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    out.print("<h3>%s</h3>\n<table class=\"list\">\n".formatted(Xml.text(name)));
    for (LocatedFinding located : findings) {
      String accepted = located.accepted().isPresent() ? " (accepted)" : "";
      out.print(
          "<tr><td class=\"state\">%s</td><td class=\"name\">%s</td><td class=\"words\">%s%s</td><td class=\"mono\"><a href=\"#f-%s\">%s</a></td></tr>\n"
              .formatted(
                  Html.severity(located.finding().severity()),
                  Xml.text(located.finding().control().id()),
                  Xml.text(Levels.subject(located)),
                  accepted,
                  Xml.attribute(located.fingerprint()),
                  Xml.text(located.place())));
    }
    out.print("</table>\n");
  }
}
