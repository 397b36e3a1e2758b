package dev.zonewright.report.export;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.checklist.ItemResult;
import dev.zonewright.checklist.TenantChecklist;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import dev.zonewright.text.TextRange;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page of one tenant: its rows with all evidence, and its checklist. */
final class HtmlTenant {
  private final ReviewDocument review;
  private final PrintWriter out;
  // by control and place
  private final Map<String, String> fingerprints = new HashMap<>();

  HtmlTenant(ReviewDocument review, PrintWriter out) {
    this.review = review;
    this.out = out;
    for (LocatedFinding finding : review.analysis().findings()) {
      fingerprints.putIfAbsent(
          key(finding.finding().control().id(), finding.file(), finding.range()),
          finding.fingerprint());
    }
  }

  void write(TenantRisk risk) {
    out.print(
        "<h2>%s <span class=\"quiet\">%s, %d in a zone</span></h2>\n<p class=\"lead\">%s %s</p>\n"
            .formatted(
                Xml.text(risk.tenant()),
                Html.count(risk.workloads(), "workload"),
                risk.inZone(),
                Html.chip(risk.level()),
                Xml.text(risk.verdict())));
    rows("What tenants still share", risk.sharedResources());
    rows("What Edera isolates", risk.edera());
    rows("What the operator must isolate", risk.operator());
    rows("Agents", risk.agents());
    review.checklists().stream()
        .filter(c -> c.tenant().equals(risk.tenant()))
        .findFirst()
        .ifPresent(this::checklist);
  }

  private void rows(String title, List<RiskRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    out.print("<h3>%s</h3>\n<table class=\"rows\">\n".formatted(title));
    for (RiskRow row : rows) {
      String name = "<b>%s</b>".formatted(Xml.text(row.title()));
      String level = Html.chip(row.level());
      for (Evidence one : row.evidence()) {
        String state = one.state().word();
        out.print(
            "<tr><td class=\"name\">%s</td><td>%s</td><td class=\"state %s\">%s</td><td class=\"words\">%s</td><td class=\"mono\">%s</td></tr>\n"
                .formatted(
                    name, level, state, state.replace('-', ' '), Xml.text(one.text()), place(one)));
        name = "";
        level = "";
      }
    }
    out.print("</table>\n");
  }

  /** Where it stands; what is a finding leads to its excerpt. */
  private String place(Evidence evidence) {
    if (evidence.place().isEmpty()) {
      return "";
    }
    Evidence.Place place = evidence.place().get();
    String words = Xml.text(place.toString());
    String known =
        fingerprints.get(key(evidence.control().orElse(""), place.file(), place.range()));
    return known == null
        ? words
        : "<a href=\"#f-%s\">%s</a>".formatted(Xml.attribute(known), words);
  }

  private static String key(String control, String file, TextRange range) {
    return control + "\n" + file + "\n" + range.start() + "\n" + range.end();
  }

  private void checklist(TenantChecklist list) {
    out.print(
        "<h3>Hardening checklist <span class=\"quiet\">%d of %d closed</span></h3>\n<table class=\"list\">\n"
            .formatted(list.closed(), list.items().size()));
    for (ItemResult item : list.items()) {
      Evidence first = item.evidence().getFirst();
      out.print(
          "<tr><td class=\"name\">%s</td><td class=\"state %s\">%s</td><td class=\"words\">%s</td><td class=\"mono\">%s</td></tr>\n"
              .formatted(
                  Xml.text(item.item().title()),
                  item.state().word(),
                  item.state().word(),
                  Xml.text(first.text()),
                  place(first)));
    }
    out.print("</table>\n");
  }
}
