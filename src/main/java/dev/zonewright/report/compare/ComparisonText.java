package dev.zonewright.report.compare;

import dev.zonewright.report.Printable;
import dev.zonewright.report.Style;
import dev.zonewright.report.compare.Pairing.Pair;
import dev.zonewright.report.compare.Side.Entry;
import dev.zonewright.risk.RiskChange;
import java.io.PrintWriter;
import java.util.List;

/** Writes what differs between two versions for a person at a terminal. */
record ComparisonText(Compared of) {
  void write(PrintWriter out, Style style) {
    out.print(
        "Before: %s. After: %s.\n\n"
            .formatted(Compared.coverage(of.before()), Compared.coverage(of.after())));
    if (of.isSame()) {
      out.print(of.nothing() + "\n" + of.counts() + "\n" + of.silence());
      out.flush();
      return;
    }
    section("Added", of.comparison().added(), out, style);
    pairs("More severe", of.comparison().worse(), out, style);
    section("Fixed", of.comparison().fixed(), out, style);
    section("Accepted", of.comparison().accepted(), out, style);
    section("Removed with their object", of.comparison().removed(), out, style);
    pairs("Moved", of.comparison().moved(), out, style);
    if (!of.comparison().risk().isEmpty() || !of.tenants().isEmpty()) {
      out.print(style.bold("Residual risk") + "\n");
      for (RiskChange row : of.comparison().risk()) {
        out.print(
            "  %s  %s: %s -> %s (%s)\n"
                .formatted(
                    Printable.brief(row.tenant()),
                    row.title(),
                    row.from().word(),
                    row.to().word(),
                    Compared.trend(row)));
      }
      for (TenantChange tenant : of.tenants()) {
        out.print("  %s  %s\n".formatted(Printable.brief(tenant.tenant()), tenant.words()));
      }
      out.print("\n");
    }
    if (!of.ways().ways().isEmpty()) {
      out.print(style.bold("Reachability") + "\n");
      for (WayChange way : of.ways().ways()) {
        out.print(
            "  %s -> %s: %s -> %s (%s)%s\n"
                .formatted(
                    Printable.brief(way.after().from()),
                    Printable.brief(way.after().to()),
                    way.before().words(),
                    way.after().words(),
                    way.trend(),
                    Compared.by(way.decides(), way.place())));
      }
      out.print("\n");
    }
    if (!of.ways().rights().isEmpty()) {
      out.print(style.bold("Access") + "\n");
      for (RightChange right : of.ways().rights()) {
        out.print(
            "  %s, %s: %s -> %s (%s)%s\n"
                .formatted(
                    Printable.brief(right.account()),
                    right.power().id(),
                    right.from().words(),
                    right.to().words(),
                    right.trend(),
                    Compared.by(right.decides(), right.place())));
      }
      out.print("\n");
    }
    out.print(of.counts() + "\n" + of.silence());
    out.flush();
  }

  private void section(String title, List<Entry> entries, PrintWriter out, Style style) {
    if (entries.isEmpty()) {
      return;
    }
    out.print(style.bold(title) + "\n");
    of.causes()
        .group(entries)
        .forEach((cause, all) -> {
          if (cause.isKnown()) {
            out.print("  because of " + Printable.brief(cause.line()) + "\n");
          }
          all.forEach(entry -> out.print(line(entry, Compared.subject(entry))));
        });
    out.print("\n");
  }

  private static void pairs(String title, List<Pair> pairs, PrintWriter out, Style style) {
    if (pairs.isEmpty()) {
      return;
    }
    out.print(style.bold(title) + "\n");
    pairs.forEach(pair -> out.print(line(pair.after(), Compared.subject(pair))));
    out.print("\n");
  }

  private static String line(Entry entry, String subject) {
    return "  %-8s  %s  %s  %s"
            .formatted(
                entry.severity().word(),
                entry.control(),
                Printable.brief(subject),
                Printable.brief(entry.place()))
            .stripTrailing()
        + "\n";
  }
}
