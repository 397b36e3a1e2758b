package dev.zonewright.report.compare;

import dev.zonewright.report.JsonForm;
import dev.zonewright.report.Printable;
import dev.zonewright.report.Style;
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

  public Comparison comparison() {
    return comparison;
  }

  /** For a person at a terminal. */
  public void writeText(PrintWriter out, Style style) {
    out.print("Before: %s. After: %s.\n\n".formatted(coverage(before), coverage(after)));
    section("Added", comparison.added(), out, style);
    section("Fixed", comparison.fixed(), out, style);
    section("Removed with their object", comparison.removed(), out, style);
    if (!comparison.moved().isEmpty()) {
      out.print(style.bold("Residual risk") + "\n");
      for (RiskChange row : comparison.moved()) {
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
    return "%d added, %d fixed, %d removed with their object, %d unchanged."
        .formatted(
            comparison.added().size(),
            comparison.fixed().size(),
            comparison.removed().size(),
            comparison.unchanged());
  }

  private static void section(String title, List<Entry> entries, PrintWriter out, Style style) {
    if (entries.isEmpty()) {
      return;
    }
    out.print(style.bold(title) + "\n");
    for (Entry entry : entries) {
      out.print(
          "  %-8s  %s  %s  %s\n"
              .formatted(
                  entry.severity().word(),
                  entry.control(),
                  Printable.brief(subject(entry)),
                  Printable.brief(entry.place())));
    }
    out.print("\n");
  }

  private static String subject(Entry entry) {
    return entry.container().isEmpty() ? entry.object() : entry.object() + "/" + entry.container();
  }

  /** For a pull request. */
  public void writeMarkdown(PrintWriter out) {
    out.print("## Zonewright: what this change does\n\n" + counts() + "\n\n");
    table("Added", comparison.added(), out);
    table("Fixed", comparison.fixed(), out);
    table("Removed with their object", comparison.removed(), out);
    if (!comparison.moved().isEmpty()) {
      out.print("| tenant | risk | from | to | |\n|---|---|---|---|---|\n");
      for (RiskChange row : comparison.moved()) {
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
    out.print("| %s | control | object | place |\n|---|---|---|---|\n".formatted(title));
    for (Entry entry : entries) {
      out.print(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  entry.severity().word(),
                  entry.control(),
                  cell(subject(entry)),
                  cell(entry.place())));
    }
    out.print("\n");
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
      list("removed", comparison.removed(), json);
      json.writeArrayPropertyStart("risk");
      for (RiskChange row : comparison.moved()) {
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
    json.writeNumberProperty("findings", side.entries().size());
    json.writeEndObject();
  }

  private static void list(String name, List<Entry> entries, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    for (Entry entry : entries) {
      json.writeStartObject();
      json.writeStringProperty("control", entry.control());
      json.writeStringProperty("severity", entry.severity().word());
      json.writeStringProperty("object", entry.object());
      json.writeStringProperty("container", entry.container());
      json.writeStringProperty("place", entry.place());
      json.writeStringProperty("message", entry.message());
      json.writeStringProperty("fingerprint", entry.fingerprint());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
