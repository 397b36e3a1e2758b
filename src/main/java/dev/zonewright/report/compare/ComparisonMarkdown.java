package dev.zonewright.report.compare;

import dev.zonewright.report.MarkdownText;
import dev.zonewright.report.compare.Pairing.Pair;
import dev.zonewright.report.compare.Side.Entry;
import dev.zonewright.risk.RiskChange;
import java.io.PrintWriter;
import java.util.List;

/** Writes what differs between two versions for a pull request. */
record ComparisonMarkdown(Compared of) {
  void write(PrintWriter out) {
    out.print("## Zonewright: what this change does\n\n" + of.counts() + "\n\n");
    table("Added", of.comparison().added(), out);
    pairTable("More severe", of.comparison().worse(), out);
    table("Fixed", of.comparison().fixed(), out);
    table("Accepted", of.comparison().accepted(), out);
    table("Removed with their object", of.comparison().removed(), out);
    pairTable("Moved", of.comparison().moved(), out);
    if (!of.comparison().risk().isEmpty()) {
      out.print("| tenant | risk | from | to | |\n|---|---|---|---|---|\n");
      for (RiskChange row : of.comparison().risk()) {
        out.print(
            "| %s | %s | %s | %s | %s |\n"
                .formatted(
                    MarkdownText.of(row.tenant()),
                    MarkdownText.of(row.title()),
                    row.from().word(),
                    row.to().word(),
                    Compared.trend(row)));
      }
      out.print("\n");
    }
    if (!of.tenants().isEmpty()) {
      for (TenantChange tenant : of.tenants()) {
        out.print("- %s: %s\n".formatted(MarkdownText.of(tenant.tenant()), tenant.words()));
      }
      out.print("\n");
    }
    if (!of.ways().ways().isEmpty()) {
      out.print("| from | to | before | after | | because of |\n|---|---|---|---|---|---|\n");
      for (WayChange way : of.ways().ways()) {
        out.print(
            "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                    MarkdownText.of(way.after().from()),
                    MarkdownText.of(way.after().to()),
                    way.before().words(),
                    way.after().words(),
                    way.trend(),
                    MarkdownText.of(Compared.by(way.decides(), way.place()).strip())));
      }
      out.print("\n");
    }
    if (!of.ways().rights().isEmpty()) {
      out.print("| account | power | before | after | | because of |\n|---|---|---|---|---|---|\n");
      for (RightChange right : of.ways().rights()) {
        out.print(
            "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                    MarkdownText.of(right.account()),
                    right.power().id(),
                    right.from().words(),
                    right.to().words(),
                    right.trend(),
                    MarkdownText.of(Compared.by(right.decides(), right.place()).strip())));
      }
      out.print("\n");
    }
    if (of.isSame()) {
      out.print(of.nothing() + "\n\n");
    }
    out.print(
        "Before: %s. After: %s.\n"
                .formatted(Compared.coverage(of.before()), Compared.coverage(of.after()))
            + of.silence());
    out.flush();
  }

  private void table(String title, List<Entry> entries, PrintWriter out) {
    if (entries.isEmpty()) {
      return;
    }
    head(title, out);
    of.causes()
        .group(entries)
        .forEach((cause, all) -> {
          if (cause.isKnown()) {
            out.print("| | **because of** | %s | |\n".formatted(MarkdownText.of(cause.line())));
          }
          all.forEach(entry -> row(entry, Compared.subject(entry), out));
        });
    out.print("\n");
  }

  private static void pairTable(String title, List<Pair> pairs, PrintWriter out) {
    if (pairs.isEmpty()) {
      return;
    }
    head(title, out);
    pairs.forEach(pair -> row(pair.after(), Compared.subject(pair), out));
    out.print("\n");
  }

  private static void head(String title, PrintWriter out) {
    out.print("| %s | control | object | place |\n|---|---|---|---|\n".formatted(title));
  }

  private static void row(Entry entry, String subject, PrintWriter out) {
    out.print(
        "| %s | %s | %s | %s |\n"
            .formatted(
                entry.severity().word(),
                entry.control(),
                MarkdownText.of(subject),
                MarkdownText.of(entry.place())));
  }
}
