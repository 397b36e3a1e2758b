package dev.zonewright.report.export;

import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.checklist.ItemState;
import dev.zonewright.control.Acceptance;
import dev.zonewright.control.Severity;
import dev.zonewright.control.Verdict;
import dev.zonewright.report.MarkdownTables;
import dev.zonewright.report.MarkdownText;
import dev.zonewright.report.closing.ClosingChange;
import dev.zonewright.risk.PlatformTenants;
import dev.zonewright.risk.RiskRow;
import dev.zonewright.risk.TenantRisk;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a review as Markdown: the whole of it, or as much as a comment of a pull request takes.
 */
public final class MarkdownReport {
  /** A table with a column for each of more tenants is none for a comment. */
  private static final int COLUMNS = 6;

  private final ReviewDocument review;
  private final MarkdownTables out;

  private MarkdownReport(ReviewDocument review, MarkdownTables out) {
    this.review = review;
    this.out = out;
  }

  public static void write(ReviewDocument review, PrintWriter out) {
    new MarkdownReport(review, MarkdownTables.whole(out)).write();
    out.flush();
  }

  /** The same for a pull request: of long tables what matters most, and how to see the rest. */
  public static void summarize(ReviewDocument review, PrintWriter out) {
    new MarkdownReport(review, MarkdownTables.cut(out)).write();
    out.flush();
  }

  private void write() {
    out.print("# Zonewright review\n\n");
    counts();
    risks();
    closing();
    platform();
    checklists();
    findings("Findings", ordered());
    if (!review.accepted().isEmpty()) {
      accepted();
    }
    notAnalysed();
    if (out.hasLeftOut()) {
      out.print("All of it: `zonewright report PATH… -o review.html`, or `-o review.md`.\n");
    }
  }

  /** New ones first, then by severity, where some may be left out. */
  private List<LocatedFinding> ordered() {
    return out.isCut()
        ? review.open().stream()
            .sorted(
                Comparator.comparing((LocatedFinding f) -> !isNew(f))
                    .thenComparing(f -> f.finding().severity()))
            .toList()
        : review.open();
  }

  private void counts() {
    int all = review.open().size();
    out.print(
        switch (all) {
          case 0 -> "No open findings";
          case 1 -> "1 open finding";
          default -> "%d open findings".formatted(all);
        });
    if (all > 0) {
      String separator = ": ";
      for (Map.Entry<Severity, Integer> count : review.analysis().counts().entrySet()) {
        if (count.getValue() > 0) {
          out.print("%s%d %s".formatted(separator, count.getValue(), count.getKey().word()));
          separator = ", ";
        }
      }
    }
    int accepted = review.accepted().size();
    out.print(accepted == 0 ? "" : "; %d accepted".formatted(accepted));
    out.print(
        ". %d of %d documents analysed.\n\n"
            .formatted(
                review.analysis().coverage().analysed(), review.analysis().coverage().documents()));
    review.marks().summary().ifPresent(words -> out.print(words + "\n\n"));
  }

  private void risks() {
    if (review.risks().isEmpty()) {
      return;
    }
    out.print("## Residual risk\n\n| tenant | level | in a zone | why |\n|---|---|---|---|\n");
    out.rows(
        out.isCut()
            ? review.risks().stream().sorted(Comparator.comparing(TenantRisk::level)).toList()
            : review.risks(),
        risk ->
            "| %s | **%s** | %d of %d | %s |\n"
                .formatted(
                    MarkdownText.of(risk.tenant()),
                    risk.level().word(),
                    risk.inZone(),
                    risk.workloads(),
                    MarkdownText.of(risk.verdict())),
        "tenant",
        "tenants");
    if (out.isCut() && review.risks().size() > COLUMNS) {
      return;
    }
    out.print("| risk |");
    review.risks().forEach(r -> out.print(" " + MarkdownText.of(r.tenant()) + " |"));
    out.print("\n|---|" + "---|".repeat(review.risks().size()) + "\n");
    for (RiskRow row : rows()) {
      out.print("| " + MarkdownText.of(row.title()) + " |");
      for (TenantRisk risk : review.risks()) {
        String level =
            risk.rows().stream()
                .filter(r -> r.id().equals(row.id()))
                .map(r -> r.level().word())
                .findFirst()
                .orElse("–");
        out.print(" " + level + " |");
      }
      out.print("\n");
    }
    out.print("\n");
  }

  private void closing() {
    if (review.closing().possible() == 0) {
      return;
    }
    out.print("## What closes most\n\n");
    if (!review.closing().changes().isEmpty()) {
      out.print("| | change | place | effect |\n|---|---|---|---|\n");
      int number = 1;
      for (ClosingChange change : review.closing().first()) {
        out.print(
            "| %d | %s (%s) | %s | %s |\n"
                .formatted(
                    number++,
                    MarkdownText.of(change.words()),
                    change.safety().word(),
                    MarkdownText.of(change.first().place()),
                    MarkdownText.of(change.effect())));
      }
      out.print("\n");
    }
    out.print(MarkdownText.of(review.closing().account()) + "\n\n");
  }

  private void platform() {
    Set<String> names = PlatformTenants.listed(review.analysis());
    if (!names.isEmpty()) {
      String all = String.join(", ", names.stream().map(MarkdownText::of).toList());
      out.print("Platform, which is not a tenant: %s.\n\n".formatted(all));
    }
  }

  private List<RiskRow> rows() {
    return review.risks().stream()
        .map(TenantRisk::rows)
        .max((a, b) -> Integer.compare(a.size(), b.size()))
        .orElse(List.of());
  }

  private void checklists() {
    if (review.checklists().isEmpty()) {
      return;
    }
    out.print(
        """
        ## Hardening checklist

        | tenant | satisfied | attested | violated | undetermined |
        |---|---|---|---|---|
        """);
    out.rows(
        review.checklists(),
        list ->
            "| %s | %d | %d | %d | %d |\n"
                .formatted(
                    MarkdownText.of(list.tenant()),
                    list.count(ItemState.SATISFIED),
                    list.count(ItemState.ATTESTED),
                    list.count(ItemState.VIOLATED),
                    list.count(ItemState.UNDETERMINED)),
        "tenant",
        "tenants");
  }

  private void findings(String title, List<LocatedFinding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    out.print(
        "## %s\n\n| severity | control | object | place | message |\n|---|---|---|---|---|\n"
            .formatted(title));
    out.rows(findings, this::row, "finding", "findings");
  }

  private boolean isNew(LocatedFinding located) {
    return review.marks().state(located).filter("new"::equals).isPresent();
  }

  private String row(LocatedFinding located) {
    String verdict = located.finding().verdict() == Verdict.UNDETERMINED ? " (undetermined)" : "";
    String fresh = isNew(located) ? " (new)" : "";
    return "| %s%s%s | %s | %s | %s | %s |\n"
        .formatted(
            located.finding().severity().word(),
            verdict,
            fresh,
            located.finding().control().id(),
            MarkdownText.of(Levels.subject(located) + review.mark(located)),
            MarkdownText.of(located.place()),
            MarkdownText.of(located.finding().message()));
  }

  private void accepted() {
    out.print(
        """
        ## Accepted

        | control | object | place | reason | owner | until |
        |---|---|---|---|---|---|
        """);
    out.rows(
        review.accepted().stream().filter(f -> f.accepted().isPresent()).toList(),
        MarkdownReport::acceptedRow,
        "accepted finding",
        "accepted findings");
  }

  private static String acceptedRow(LocatedFinding located) {
    Acceptance accepted = located.accepted().orElseThrow();
    return "| %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            located.finding().control().id(),
            MarkdownText.of(Levels.subject(located)),
            MarkdownText.of(located.place()),
            MarkdownText.of(accepted.reason()),
            MarkdownText.of(accepted.owner()),
            accepted.expires());
  }

  private void notAnalysed() {
    rows("Not analysed", "why", review.analysis().coverage().notAnalysed());
    rows("Built from other files", "note", review.analysis().coverage().built());
  }

  private void rows(String title, String last, List<CoverageItem> items) {
    if (items.isEmpty()) {
      return;
    }
    out.print("## %s\n\n| place | document | %s |\n|---|---|---|\n".formatted(title, last));
    out.rows(
        items,
        item ->
            "| %s | %d | %s |\n"
                .formatted(
                    MarkdownText.of(item.file() + ":" + item.line()),
                    item.document(),
                    MarkdownText.of(item.reason())),
        "document",
        "documents");
  }
}
