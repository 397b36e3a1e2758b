package dev.zonewright.report.compare;

import dev.zonewright.report.MarkdownTables;
import dev.zonewright.report.MarkdownText;
import dev.zonewright.report.compare.Pairing.Pair;
import dev.zonewright.report.compare.Side.Entry;
import dev.zonewright.risk.RiskChange;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Writes what differs between two versions for a pull request. */
record ComparisonMarkdown(Compared of) {
  void write(PrintWriter writer) {
    MarkdownTables out = MarkdownTables.cut(writer);
    out.print("## Zonewright: what this change does\n\n" + of.counts() + "\n\n");
    table("Added", of.comparison().added(), out);
    pairTable("More severe", of.comparison().worse(), out);
    table("Fixed", of.comparison().fixed(), out);
    table("Accepted", of.comparison().accepted(), out);
    table("Removed with their object", of.comparison().removed(), out);
    pairTable("Moved", of.comparison().moved(), out);
    risks(out);
    ways(out);
    if (of.isSame()) {
      out.print(of.nothing() + "\n\n");
    }
    out.print(
        "Before: %s. After: %s.\n"
                .formatted(Compared.coverage(of.before()), Compared.coverage(of.after()))
            + of.silence());
    if (out.hasLeftOut()) {
      out.print("\nAll of it: `zonewright compare BEFORE AFTER`.\n");
    }
    writer.flush();
  }

  private void risks(MarkdownTables out) {
    if (!of.comparison().risk().isEmpty()) {
      out.print("| tenant | risk | from | to | |\n|---|---|---|---|---|\n");
      out.rows(
          of.comparison().risk().stream()
              .sorted(Comparator.comparing(RiskChange::isBetter))
              .toList(),
          row ->
              "| %s | %s | %s | %s | %s |\n"
                  .formatted(
                      MarkdownText.of(row.tenant()),
                      MarkdownText.of(row.title()),
                      row.from().word(),
                      row.to().word(),
                      Compared.trend(row)),
          "row",
          "rows");
    }
    if (!of.tenants().isEmpty()) {
      out.rows(
          of.tenants(),
          tenant -> "- %s: %s\n".formatted(MarkdownText.of(tenant.tenant()), tenant.words()),
          "tenant",
          "tenants");
    }
  }

  private void ways(MarkdownTables out) {
    if (!of.ways().ways().isEmpty()) {
      out.print("| from | to | before | after | | because of |\n|---|---|---|---|---|---|\n");
      out.rows(
          of.ways().ways(),
          way ->
              "| %s | %s | %s | %s | %s | %s |\n"
                  .formatted(
                      MarkdownText.of(way.after().from()),
                      MarkdownText.of(way.after().to()),
                      way.before().words(),
                      way.after().words(),
                      way.trend(),
                      MarkdownText.of(Compared.by(way.decides(), way.place()).strip())),
          "path",
          "paths");
    }
    if (!of.ways().rights().isEmpty()) {
      out.print("| account | power | before | after | | because of |\n|---|---|---|---|---|---|\n");
      out.rows(
          of.ways().rights(),
          right ->
              "| %s | %s | %s | %s | %s | %s |\n"
                  .formatted(
                      MarkdownText.of(right.account()),
                      right.power().id(),
                      right.from().words(),
                      right.to().words(),
                      right.trend(),
                      MarkdownText.of(Compared.by(right.decides(), right.place()).strip())),
          "right",
          "rights");
    }
  }

  /** The worst, where not all are shown; each below the line that caused it. */
  private void table(String title, List<Entry> entries, MarkdownTables out) {
    if (entries.isEmpty()) {
      return;
    }
    head(title, out);
    Set<Entry> worst = Collections.newSetFromMap(new IdentityHashMap<>());
    entries.stream()
        .sorted(Comparator.comparing(Entry::severity))
        .limit(out.rows())
        .forEach(worst::add);
    List<String> rows = new ArrayList<>();
    of.causes()
        .group(entries.stream().filter(worst::contains).toList())
        .forEach((cause, all) -> {
          String head =
              cause.isKnown()
                  ? "| | **because of** | %s | |\n".formatted(MarkdownText.of(cause.line()))
                  : "";
          rows.add(head + row(all.getFirst(), Compared.subject(all.getFirst())));
          all.stream().skip(1).forEach(e -> rows.add(row(e, Compared.subject(e))));
        });
    // those that are left out are no rows, but are counted
    rows.addAll(Collections.nCopies(entries.size() - rows.size(), ""));
    out.rows(rows, row -> row, "finding", "findings");
  }

  private static void pairTable(String title, List<Pair> pairs, MarkdownTables out) {
    if (pairs.isEmpty()) {
      return;
    }
    head(title, out);
    out.rows(
        pairs.stream().sorted(Comparator.comparing(p -> p.after().severity())).toList(),
        pair -> row(pair.after(), Compared.subject(pair)),
        "finding",
        "findings");
  }

  private static void head(String title, MarkdownTables out) {
    out.print("| %s | control | object | place |\n|---|---|---|---|\n".formatted(title));
  }

  private static String row(Entry entry, String subject) {
    return "| %s | %s | %s | %s |\n"
        .formatted(
            entry.severity().word(),
            entry.control(),
            MarkdownText.of(subject),
            MarkdownText.of(entry.place()));
  }
}
