package dev.zonewright.report;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedRelated;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.Severity;
import dev.zonewright.control.Verdict;
import dev.zonewright.risk.PlatformTenants;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.risk.TenantRisk;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Writes an analysis for a person at a terminal: the findings by file, then what was not analysed,
 * the workloads, what risk is left for each tenant, and the counts.
 */
public final class TextReview {
  private static final int INDENT = 11;

  private static final String PLATFORM =
      "These workloads serve the nodes and all tenants, so what they expose counts for every"
          + " tenant. They are not fixed automatically: if a workload needs what it has,"
          + " accept it with an exception.";

  private final PrintWriter out;
  private final Style style;

  private final BaselineMarks marks;
  private final UnrenderedFiles unrendered;

  private TextReview(
      BaselineMarks marks, UnrenderedFiles unrendered, PrintWriter out, Style style) {
    this.marks = marks;
    this.unrendered = unrendered;
    this.out = out;
    this.style = style;
  }

  public static void write(Analysis analysis, PrintWriter out, Style style) {
    write(analysis, BaselineMarks.NONE, out, style);
  }

  /**
   * The same beside a baseline.
   *
   * @param analysis with all findings; those that the marks leave out are not printed
   */
  public static void write(Analysis analysis, BaselineMarks marks, PrintWriter out, Style style) {
    write(marks.shown(analysis), ResidualRisk.of(analysis), marks, out, style);
  }

  static void write(
      Analysis analysis, List<TenantRisk> risk, BaselineMarks marks, PrintWriter out, Style style) {
    // beside a baseline each has a mark of its own
    UnrenderedFiles unrendered = UnrenderedFiles.of(marks.compared() ? List.of() : analysis.open());
    TextReview review = new TextReview(marks, unrendered, out, style);
    review.findings(analysis);
    ReviewSummary summary = new ReviewSummary(unrendered, out, style);
    review.platform(analysis);
    summary.accepted(analysis.findings());
    summary.notAnalysed(analysis.coverage());
    summary.built(analysis.coverage());
    summary.charts();
    summary.workloads(analysis.workloads());
    summary.risk(risk);
    summary.platform(PlatformTenants.listed(analysis));
    summary.documents(analysis.coverage());
    review.counts(analysis);
    marks.summary().ifPresent(words -> out.print(words + "\n"));
    out.flush();
  }

  private void findings(Analysis analysis) {
    write(analysis.open().stream().filter(f -> !analysis.isPlatform(f)).toList(), analysis);
  }

  /** What serves all tenants stands apart from what each of them answers for. */
  private void platform(Analysis analysis) {
    List<LocatedFinding> serving = analysis.open().stream().filter(analysis::isPlatform).toList();
    if (!serving.isEmpty()) {
      out.print(style.bold("Platform") + "\n\n");
      paragraph("", PLATFORM);
      out.print("\n");
      write(serving, analysis);
    }
  }

  private void write(List<LocatedFinding> some, Analysis analysis) {
    String file = "";
    for (LocatedFinding finding : some) {
      if (unrendered.has(finding) && !unrendered.isFirst(finding)) {
        continue;
      }
      if (!finding.file().equals(file)) {
        file = finding.file();
        out.print(style.bold(Printable.brief(file)) + "\n\n");
      }
      finding(finding, analysis.platformReason(finding));
    }
  }

  private void finding(LocatedFinding located, Optional<String> platform) {
    Finding finding = located.finding();
    String severity = mark(finding.severity()) + " " + finding.severity().word();
    out.print(
        "  "
            + Columns.pad(located.start().toString(), INDENT - 3)
            + " "
            + style.severity(finding.severity(), Columns.pad(severity, 10))
            + "  "
            + style.bold(finding.control().id())
            + (finding.verdict() == Verdict.UNDETERMINED ? " (undetermined)" : "")
            + marks.words(located)
            + "  "
            + Printable.brief(object(finding))
            + (platform.isPresent() ? " (platform)" : "")
            + "\n");
    paragraph(
        "", unrendered.has(located) ? unrendered.words(located.file()) + "." : finding.message());
    platform.ifPresent(why -> paragraph("", "Of the platform: " + why + "."));
    int number = 1;
    for (LocatedRelated place : located.related()) {
      paragraph(number + ". ", place.role() + ": " + place.object().label() + ", " + place.place());
      number++;
    }
    String lead = "fix: ";
    for (Fix fix : finding.fixes()) {
      paragraph(lead, fix.title() + " (" + fix.safety().word() + reason(fix) + ")");
      lead = "or:  ";
    }
    if (!finding.guidance().isEmpty()) {
      paragraph("do:  ", finding.guidance());
    }
    out.print("\n");
  }

  private static String reason(Fix fix) {
    return fix.reason().isEmpty() ? "" : ": " + fix.reason();
  }

  private void paragraph(String lead, String text) {
    int from = INDENT + lead.length();
    out.print(
        " ".repeat(INDENT)
            + style.faint(lead)
            + Columns.wrap(Printable.brief(text), from, from)
            + "\n");
  }

  private static String object(Finding finding) {
    if (finding.kind().isEmpty()) {
      return "";
    }
    String name = finding.name().isEmpty() ? "(no name)" : finding.name();
    String place = finding.namespace().isEmpty() ? name : finding.namespace() + "/" + name;
    String container = finding.container();
    return finding.kind() + " " + place + (container.isEmpty() ? "" : ", container " + container);
  }

  private void counts(Analysis analysis) {
    int all = analysis.open().size();
    int accepted = analysis.findings().size() - all;
    String also = accepted == 0 ? "" : "; %d accepted".formatted(accepted);
    if (all == 0) {
      out.print(
          (analysis.coverage().analysed() == 0
                  ? "No findings, because nothing was analysed"
                  : (marks.newOnly() ? "No new findings" : "No findings") + also)
              + ".\n");
      return;
    }
    StringJoiner each = new StringJoiner(", ");
    analysis
        .counts()
        .forEach((severity, count) -> {
          if (count > 0) {
            String words = mark(severity) + " " + count + " " + severity.word();
            each.add(style.severity(severity, words));
          }
        });
    long safe = analysis.open().stream().filter(f -> f.finding().safeFix().isPresent()).count();
    out.print(
        style.bold(ReviewSummary.count(all, "finding"))
            + ": "
            + each
            + also
            + (safe == 0 ? "" : "; " + safe + " with a safe fix (`zonewright fix`)")
            + "\n");
  }

  /** A shape for each severity, the same as in the window, so that no report depends on colour. */
  public static String mark(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "◆";
      case HIGH -> "▲";
      case MEDIUM -> "■";
      case LOW -> "●";
      case NOTE -> "○";
    };
  }
}
