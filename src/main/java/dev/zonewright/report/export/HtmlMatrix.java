package dev.zonewright.report.export;

import dev.zonewright.risk.RiskChange;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What tenants share and what the operator must isolate; the risks of agents in one row. */
final class HtmlMatrix {
  private final ReviewDocument review;
  private final PrintWriter out;

  HtmlMatrix(ReviewDocument review, PrintWriter out) {
    this.review = review;
    this.out = out;
  }

  /**
   * Writes it.
   *
   * @param words whether cells have room to say what an arrow means
   */
  void write(String style, boolean words) {
    if (review.risks().isEmpty()) {
      return;
    }
    boolean arrows = !words && !review.moved().isEmpty();
    out.print(
        "<h3>Risk rows%s</h3>\n<table class=\"%s\"><tr><th></th>"
            .formatted(
                arrows
                    ? " <span class=\"quiet\">↗ worse, ↘ better than in the baseline</span>"
                    : "",
                style));
    review.risks().forEach(r -> out.print("<th>" + Xml.text(r.tenant()) + "</th>"));
    out.print("</tr>\n");
    rows(TenantRisk::sharedResources, words);
    rows(TenantRisk::operator, words);
    if (review.risks().stream().anyMatch(r -> !r.agents().isEmpty())) {
      out.print("<tr><td>Agents</td>");
      review.risks().forEach(r -> out.print("<td>" + agents(r) + "</td>"));
      out.print("</tr>\n");
    }
    out.print("</table>\n");
  }

  private void rows(Function<TenantRisk, List<RiskRow>> of, boolean words) {
    for (RiskRow row : of.apply(review.risks().getFirst())) {
      out.print("<tr><td>" + Xml.text(row.title()) + "</td>");
      for (TenantRisk risk : review.risks()) {
        of.apply(risk).stream()
            .filter(r -> r.id().equals(row.id()))
            .findFirst()
            .ifPresent(r ->
                out.print(
                    "<td><a href=\"#%s\">%s</a>%s</td>"
                        .formatted(
                            HtmlReport.anchor(risk.tenant()),
                            Html.chip(r.level()),
                            trend(risk.tenant(), r.id(), words))));
      }
      out.print("</tr>\n");
    }
  }

  private static String agents(TenantRisk risk) {
    return risk.agentLevel().map(Html::chip).orElse("<span class=\"quiet\">no agent</span>");
  }

  private String trend(String tenant, String row, boolean words) {
    Optional<RiskChange> change =
        review.moved().stream()
            .filter(c -> c.tenant().equals(tenant) && c.row().equals(row))
            .findFirst();
    // where cells are narrow the arrow stands alone; the heading says what it means
    return change
        .map(c ->
            c.isBetter()
                ? " <span class=\"trend in-place\">↘%s</span>".formatted(words ? " better" : "")
                : " <span class=\"trend exposure\">↗%s</span>".formatted(words ? " worse" : ""))
        .orElse("");
  }
}
