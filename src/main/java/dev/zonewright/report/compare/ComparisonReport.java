package dev.zonewright.report.compare;

import dev.zonewright.control.Severity;
import dev.zonewright.report.Style;
import java.io.OutputStream;
import java.io.PrintWriter;

/** Writes what differs between two versions. */
public final class ComparisonReport {
  private final Compared compared;

  public ComparisonReport(Side before, Side after) {
    this(Compared.of(before, after));
  }

  public ComparisonReport(Compared compared) {
    this.compared = compared;
  }

  /** Whether a finding of this severity or a more severe one is new, or was less severe before. */
  public boolean adds(Severity threshold) {
    return compared.comparison().against().stream().anyMatch(e -> e.severity().atLeast(threshold));
  }

  /** For a person at a terminal. */
  public void writeText(PrintWriter out, Style style) {
    new ComparisonText(compared).write(out, style);
  }

  /** For a pull request. */
  public void writeMarkdown(PrintWriter out) {
    new ComparisonMarkdown(compared).write(out);
  }

  /** As JSON, in the form that {@code docs/manual-terminal.md} shows. */
  public void writeJson(OutputStream stream) {
    new ComparisonJson(compared).write(stream);
  }
}
