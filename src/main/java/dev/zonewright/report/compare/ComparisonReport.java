package dev.zonewright.report.compare;

import dev.zonewright.control.Severity;
import dev.zonewright.report.JsonForm;
import dev.zonewright.report.Printable;
import dev.zonewright.report.Style;
import dev.zonewright.report.compare.Pairing.Pair;
import dev.zonewright.report.compare.Side.Entry;
import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes what differs between two versions. */
public final class ComparisonReport {
  private final Side before;
  private final Side after;
  private final Comparison comparison;

  public ComparisonReport(Side before, Side after) {
    this.before = before;
    this.after = after;
    this.comparison = Comparison.of(before, after);
  }

  /** Whether a finding of this severity or a more severe one is new, or was less severe before. */
  public boolean adds(Severity threshold) {
    return comparison.against().stream().anyMatch(e -> e.severity().atLeast(threshold));
  }

  /** For a person at a terminal. */
  public void writeText(PrintWriter out, Style style) {
    out.print("Before: %s. After: %s.\n\n".formatted(coverage(before), coverage(after)));
    section("Added", comparison.added(), out, style);
    pairs("More severe", comparison.worse(), out, style);
    section("Fixed", comparison.fixed(), out, style);
    section("Accepted", comparison.accepted(), out, style);
    section("Removed with their object", comparison.removed(), out, style);
    pairs("Moved", comparison.moved(), out, style);
    if (!comparison.risk().isEmpty()) {
      out.print(style.bold("Residual risk") + "\n");
      for (RiskChange row : comparison.risk()) {
        out.print(
            "  %s  %s: %s -> %s (%s)\n"
                .formatted(
                    Printable.brief(row.tenant()),
                    row.title(),
                    row.from().word(),
                    row.to().word(),
                    trend(row)));
      }
      out.print("\n");
    }
    out.print(counts() + "\n");
    out.flush();
  }

  /** A row that was, or is, not assessed is neither better nor worse. */
  private static String trend(RiskChange row) {
    boolean assessed =
        row.from() != ResidualLevel.NOT_ASSESSED && row.to() != ResidualLevel.NOT_ASSESSED;
    if (!assessed) {
      return "not comparable";
    }
    return row.isBetter() ? "better" : "worse";
  }

  private static String coverage(Side side) {
    return "%d of %d documents analysed".formatted(side.analysed(), side.documents());
  }

  private String counts() {
    int worse = comparison.worse().size();
    int accepted = comparison.accepted().size();
    return "%d added%s, %d fixed%s, %d removed with their object, %d moved, %d unchanged."
        .formatted(
            comparison.added().size(),
            worse == 0 ? "" : ", %d more severe".formatted(worse),
            comparison.fixed().size(),
            accepted == 0 ? "" : ", %d accepted".formatted(accepted),
            comparison.removed().size(),
            comparison.moved().size(),
            comparison.unchanged());
  }

  private static void section(String title, List<Entry> entries, PrintWriter out, Style style) {
    if (entries.isEmpty()) {
      return;
    }
    out.print(style.bold(title) + "\n");
    for (Entry entry : entries) {
      out.print(line(entry, subject(entry)));
    }
    out.print("\n");
  }

  private static void pairs(String title, List<Pair> pairs, PrintWriter out, Style style) {
    if (pairs.isEmpty()) {
      return;
    }
    out.print(style.bold(title) + "\n");
    pairs.forEach(pair -> out.print(line(pair.after(), subject(pair))));
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

  private static String subject(Entry entry) {
    if (!entry.isOfObject()) {
      return "";
    }
    return entry.container().isEmpty() ? entry.object() : entry.object() + "/" + entry.container();
  }

  private static String subject(Pair pair) {
    Entry was = pair.before();
    Entry is = pair.after();
    if (was.severity() != is.severity()) {
      return subject(is) + " (was %s)".formatted(was.severity().word());
    }
    boolean renamed = !was.container().equals(is.container());
    return subject(is) + (renamed ? " (was %s)".formatted(was.container()) : "");
  }

  /** For a pull request. */
  public void writeMarkdown(PrintWriter out) {
    out.print("## Zonewright: what this change does\n\n" + counts() + "\n\n");
    table("Added", comparison.added(), out);
    pairTable("More severe", comparison.worse(), out);
    table("Fixed", comparison.fixed(), out);
    table("Accepted", comparison.accepted(), out);
    table("Removed with their object", comparison.removed(), out);
    pairTable("Moved", comparison.moved(), out);
    if (!comparison.risk().isEmpty()) {
      out.print("| tenant | risk | from | to | |\n|---|---|---|---|---|\n");
      for (RiskChange row : comparison.risk()) {
        out.print(
            "| %s | %s | %s | %s | %s |\n"
                .formatted(
                    cell(row.tenant()),
                    cell(row.title()),
                    row.from().word(),
                    row.to().word(),
                    trend(row)));
      }
      out.print("\n");
    }
    out.print("Before: %s. After: %s.\n".formatted(coverage(before), coverage(after)));
    out.flush();
  }

  private static void table(String title, List<Entry> entries, PrintWriter out) {
    if (entries.isEmpty()) {
      return;
    }
    head(title, out);
    entries.forEach(entry -> row(entry, subject(entry), out));
    out.print("\n");
  }

  private static void pairTable(String title, List<Pair> pairs, PrintWriter out) {
    if (pairs.isEmpty()) {
      return;
    }
    head(title, out);
    pairs.forEach(pair -> row(pair.after(), subject(pair), out));
    out.print("\n");
  }

  private static void head(String title, PrintWriter out) {
    out.print("| %s | control | object | place |\n|---|---|---|---|\n".formatted(title));
  }

  private static void row(Entry entry, String subject, PrintWriter out) {
    out.print(
        "| %s | %s | %s | %s |\n"
            .formatted(
                entry.severity().word(), entry.control(), cell(subject), cell(entry.place())));
  }

  private static String cell(String text) {
    return Printable.of(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;");
  }

  /** As JSON, in the form that {@code docs/manual-terminal.md} shows. */
  public void writeJson(OutputStream stream) {
    try (JsonGenerator json = JsonForm.on(stream)) {
      json.writeStartObject();
      side("before", before, json);
      side("after", after, json);
      json.writeNumberProperty("unchanged", comparison.unchanged());
      list("added", comparison.added(), json);
      list("fixed", comparison.fixed(), json);
      list("accepted", comparison.accepted(), json);
      list("removed", comparison.removed(), json);
      pairs("moved", comparison.moved(), json);
      pairs("moreSevere", comparison.worse(), json);
      json.writeArrayPropertyStart("risk");
      for (RiskChange row : comparison.risk()) {
        json.writeStartObject();
        json.writeStringProperty("tenant", row.tenant());
        json.writeStringProperty("row", row.row());
        json.writeStringProperty("from", row.from().word());
        json.writeStringProperty("to", row.to().word());
        json.writeStringProperty("trend", trend(row));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void side(String name, Side side, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("documents", side.documents());
    json.writeNumberProperty("analysed", side.analysed());
    json.writeNumberProperty("findings", side.open());
    json.writeEndObject();
  }

  private static void list(String name, List<Entry> entries, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    for (Entry entry : entries) {
      json.writeStartObject();
      entry(entry, json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void pairs(String name, List<Pair> pairs, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    for (Pair pair : pairs) {
      json.writeStartObject();
      entry(pair.after(), json);
      json.writeObjectPropertyStart("was");
      json.writeStringProperty("container", pair.before().container());
      json.writeStringProperty("severity", pair.before().severity().word());
      json.writeStringProperty("fingerprint", pair.before().fingerprint());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void entry(Entry entry, JsonGenerator json) {
    json.writeStringProperty("control", entry.control());
    json.writeStringProperty("severity", entry.severity().word());
    json.writeStringProperty("object", entry.object());
    json.writeStringProperty("container", entry.container());
    json.writeStringProperty("place", entry.place());
    json.writeStringProperty("message", entry.message());
    json.writeStringProperty("fingerprint", entry.fingerprint());
  }
}
