package dev.zonewright.report.export;

import dev.zonewright.checklist.ItemResult;
import dev.zonewright.checklist.TenantChecklist;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import java.io.PrintWriter;
import java.util.List;

/** The page of one tenant: its rows with all evidence, and its checklist. */
final class HtmlTenant {
  private final ReviewDocument review;
  private final PrintWriter out;

  HtmlTenant(ReviewDocument review, PrintWriter out) {
    this.review = review;
    this.out = out;
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
            "<tr><td class=\"name\">%s</td><td>%s</td><td class=\"%s\">%s</td><td class=\"words\">%s</td><td class=\"mono\">%s</td></tr>\n"
                .formatted(
                    name,
                    level,
                    state,
                    state.replace('-', ' '),
                    Xml.text(one.text()),
                    Xml.text(one.place().map(Evidence.Place::toString).orElse(""))));
        name = "";
        level = "";
      }
    }
    out.print("</table>\n");
  }

  private void checklist(TenantChecklist list) {
    out.print(
        "<h3>Hardening checklist <span class=\"quiet\">%d of %d closed</span></h3>\n<table class=\"list\">\n"
            .formatted(list.closed(), list.items().size()));
    for (ItemResult item : list.items()) {
      Evidence first = item.evidence().getFirst();
      out.print(
          "<tr><td class=\"name\">%s</td><td class=\"%s\">%s</td><td class=\"words\">%s</td><td class=\"mono\">%s</td></tr>\n"
              .formatted(
                  Xml.text(item.item().title()),
                  item.state().word(),
                  item.state().word(),
                  Xml.text(first.text()),
                  Xml.text(first.place().map(Evidence.Place::toString).orElse(""))));
    }
    out.print("</table>\n");
  }
}
