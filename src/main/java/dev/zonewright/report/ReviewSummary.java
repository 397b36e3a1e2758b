package dev.zonewright.report;

import dev.zonewright.analysis.Coverage;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.Workload;
import dev.zonewright.control.Acceptance;
import dev.zonewright.risk.TenantRisk;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of a text review that follow the findings. */
final class ReviewSummary {
  private static final int WIDEST = 36;

  private final UnrenderedFiles unrendered;
  private final PrintWriter out;
  private final Style style;

  ReviewSummary(UnrenderedFiles unrendered, PrintWriter out, Style style) {
    this.unrendered = unrendered;
    this.out = out;
    this.style = style;
  }

  void notAnalysed(Coverage coverage) {
    List<CoverageItem> items = coverage.notAnalysed();
    if (items.isEmpty()) {
      return;
    }
    heading("Not analysed");
    for (CoverageItem item : items) {
      boolean together = unrendered.has(item);
      if (together && !unrendered.isFirst(item)) {
        continue;
      }
      String place = item.file() + ":" + item.line();
      String which = item.document() == 0 || together ? "" : "  document " + item.document();
      String object = item.kind().isEmpty() ? "" : "  " + item.kind() + " " + item.name();
      String status =
          switch (item.status()) {
            case FAILED -> "failed";
            case PARTLY_ANALYSED -> "partly analysed";
            case ANALYSED, NO_CONTROL_APPLIES -> "nothing to analyse";
          };
      out.print("  " + Printable.brief(place + which + object) + "\n");
      String lead = "    " + status + ": ";
      String why = together ? unrendered.words(item.file()) + "." : item.reason();
      String reason = Printable.brief(why);
      out.print(lead + Columns.wrap(reason, lead.length(), 6) + "\n");
    }
    out.print("\n");
  }

  /** Said once for all Kustomizations of which the same is to be said. */
  void built(Coverage coverage) {
    Map<String, List<CoverageItem>> notes =
        coverage.built().stream()
            .collect(
                Collectors.groupingBy(
                    CoverageItem::reason, LinkedHashMap::new, Collectors.toList()));
    notes.values().forEach(this::note);
  }

  private void note(List<CoverageItem> items) {
    CoverageItem first = items.getFirst();
    String more = items.size() == 1 ? "" : " and %d more".formatted(items.size() - 1);
    String note = "Note: %s:%d%s: %s".formatted(first.file(), first.line(), more, first.reason());
    out.print(Columns.wrap(Printable.brief(note), 0, 2) + "\n\n");
  }

  /** How to see what a chart makes. */
  void charts() {
    for (String note : unrendered.notes()) {
      out.print(Columns.wrap(Printable.brief("Note: " + note), 0, 2) + "\n\n");
    }
  }

  /** What exceptions of the review file cover. */
  void accepted(List<LocatedFinding> findings) {
    List<LocatedFinding> covered = findings.stream().filter(f -> f.accepted().isPresent()).toList();
    if (covered.isEmpty()) {
      return;
    }
    heading("Accepted");
    for (LocatedFinding finding : covered) {
      Acceptance by = finding.accepted().orElseThrow();
      String about =
          "%s  %s  %s"
              .formatted(
                  finding.place(),
                  finding.finding().control().id(),
                  finding.finding().objectLabel());
      out.print("  " + Printable.brief(about) + "\n");
      String why = "%s (%s, until %s)".formatted(by.reason(), by.owner(), by.expires());
      out.print("    " + Columns.wrap(Printable.brief(why), 4, 4) + "\n");
    }
    out.print("\n");
  }

  void workloads(List<Workload> workloads) {
    if (workloads.isEmpty()) {
      return;
    }
    heading("Workloads");
    List<String> tenants = workloads.stream().map(w -> Printable.brief(w.tenant())).toList();
    List<String> labels = workloads.stream().map(ReviewSummary::label).toList();
    int first = Math.max("TENANT".length(), Columns.width(tenants, WIDEST));
    int second = Math.max("WORKLOAD".length(), Columns.width(labels, WIDEST));
    out.print(style.faint(row(first, second, "LINE", "TENANT", "WORKLOAD", "ZONE", "PSS")) + "\n");
    String file = "";
    for (int i = 0; i < workloads.size(); i++) {
      Workload at = workloads.get(i);
      if (!at.file().equals(file)) {
        file = at.file();
        out.print("  " + Printable.brief(file) + "\n");
      }
      String line = Integer.toString(at.start().line());
      String zone = at.zone().word();
      out.print(row(first, second, line, tenants.get(i), labels.get(i), zone, at.pss().word()));
      out.print("\n");
    }
    out.print("\n");
  }

  private static String label(Workload workload) {
    return Printable.brief(workload.pod().object().label());
  }

  private static String row(
      int first, int second, String line, String tenant, String label, String zone, String pss) {
    return "  "
        + " ".repeat(Math.max(0, 7 - line.length()))
        + line
        + "  "
        + Columns.pad(tenant, first)
        + "  "
        + Columns.pad(label, second)
        + "  "
        + Columns.pad(zone, 12)
        + "  "
        + pss;
  }

  void risk(List<TenantRisk> tenants) {
    if (tenants.isEmpty()) {
      return;
    }
    heading("Residual risk");
    List<String> names = tenants.stream().map(t -> Printable.brief(t.tenant())).toList();
    int first = Columns.width(names, WIDEST);
    for (int i = 0; i < tenants.size(); i++) {
      TenantRisk tenant = tenants.get(i);
      String zones =
          tenant.inZone() + " of " + count(tenant.workloads(), "workload") + " in a zone";
      String verdict = tenant.verdict().isEmpty() ? zones : zones + ". " + tenant.verdict();
      int from = 2 + first + 2 + 12 + 2;
      out.print(
          "  "
              + Columns.pad(names.get(i), first)
              + "  "
              + style.level(tenant.level(), Columns.pad(tenant.level().word(), 12))
              + "  "
              + Columns.wrap(Printable.brief(verdict), from, from)
              + "\n");
    }
    out.print("\n");
  }

  /** What the review file says is no tenant. */
  void platform(Set<String> names) {
    if (!names.isEmpty()) {
      heading("Platform");
      String all = Printable.brief(String.join(", ", names));
      out.print("  " + Columns.wrap(all + ": no tenants, by the review file", 2, 2) + "\n\n");
    }
  }

  void documents(Coverage coverage) {
    long files = coverage.items().stream().map(CoverageItem::file).distinct().count();
    out.print(
        style.bold(count(coverage.documents(), "document"))
            + " in "
            + count(files, "file")
            + ": "
            + coverage.analysed()
            + " analysed, "
            + (coverage.partlyAnalysed() == 0
                ? ""
                : coverage.partlyAnalysed() + " partly analysed, ")
            + coverage.noControlApplies()
            + " with nothing to analyse, "
            + coverage.failed()
            + " failed\n");
  }

  private void heading(String text) {
    out.print(style.heading(text) + "\n");
  }

  static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
