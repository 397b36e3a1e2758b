package dev.zonewright.report.export;

import dev.zonewright.review.ExceptionUse;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.TenantRisk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a board has to decide about, each with where to read on, as HTML. */
final class Decisions {
  private static final int SOON = 30;
  private static final int NAMED = 3;

  private final ReviewDocument review;

  Decisions(ReviewDocument review) {
    this.review = review;
  }

  List<String> lines() {
    List<String> out = new ArrayList<>();
    expired(out);
    ending(out);
    unused(out);
    undetermined(out);
    int left = review.analysis().coverage().notAnalysed().size();
    if (left > 0) {
      out.add(
          "<b>%d of %s %s not fully analysed.</b> <a href=\"#coverage\">Which, and why</a>"
              .formatted(
                  left,
                  Html.count(review.analysis().coverage().documents(), "document"),
                  left == 1 ? "was" : "were"));
    }
    return out.isEmpty() ? List.of("<span class=\"quiet\">Nothing.</span>") : out;
  }

  private List<ExceptionUse> in(ExceptionUse.State state) {
    return review.exceptions().stream().filter(e -> e.state() == state).toList();
  }

  private void expired(List<String> out) {
    List<ExceptionUse> over = in(ExceptionUse.State.EXPIRED);
    if (!over.isEmpty()) {
      int counted = over.stream().mapToInt(e -> e.findings().size()).sum();
      out.add(
          "<b class=\"exposure\">%s expired</b>, so that %s again: %s."
              .formatted(
                  Html.count(over.size(), "exception"),
                  counted == 1 ? "1 finding counts" : counted + " findings count",
                  named(over)));
    }
  }

  private void ending(List<String> out) {
    LocalDate until = review.date().plusDays(SOON);
    List<ExceptionUse> soon =
        in(ExceptionUse.State.MATCHED).stream()
            .filter(e -> !e.exception().expires().isAfter(until))
            .toList();
    if (!soon.isEmpty()) {
      out.add(
          "<b>%s</b> within %d days: %s."
              .formatted(
                  soon.size() == 1 ? "1 exception expires" : soon.size() + " exceptions expire",
                  SOON,
                  named(soon)));
    }
  }

  private void unused(List<String> out) {
    List<ExceptionUse> unused = in(ExceptionUse.State.UNUSED);
    if (!unused.isEmpty()) {
      out.add(
          "<b>%s no finding</b>: %s."
              .formatted(
                  unused.size() == 1 ? "1 exception covers" : unused.size() + " exceptions cover",
                  named(unused)));
    }
  }

  private static String named(List<ExceptionUse> uses) {
    String first =
        uses.stream()
            .limit(NAMED)
            .map(e ->
                "%s of %s, %s"
                    .formatted(
                        Xml.text(e.exception().control()),
                        Xml.text(e.exception().scope().text()),
                        e.exception().expires()))
            .collect(Collectors.joining("; "));
    return uses.size() <= NAMED
        ? first
        : first + "; <a href=\"#decisions\">%d more</a>".formatted(uses.size() - NAMED);
  }

  private void undetermined(List<String> out) {
    long rows = 0;
    List<String> whose = new ArrayList<>();
    for (TenantRisk risk : review.risks()) {
      long own = risk.rows().stream().filter(r -> r.level() == ResidualLevel.UNDETERMINED).count();
      rows += own;
      if (own > 0) {
        whose.add(risk.tenant());
      }
    }
    if (rows > 0) {
      String names = whose.size() <= NAMED ? String.join(", ", whose) : whose.size() + " tenants";
      out.add(
          "<b>%s undetermined</b>: %s. The tenant pages show what is missing."
              .formatted(rows == 1 ? "1 risk row is" : rows + " risk rows are", Xml.text(names)));
    }
  }
}
