package dev.zonewright.ui.fix;

import dev.zonewright.analysis.FixOutcome;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import dev.zonewright.control.FixSafety;
import dev.zonewright.text.LineDiff;
import java.util.Set;

/** A line of the fix menu. */
public sealed interface FixEntry {
  /** What the line says. */
  String title();

  /** Whether the line can be chosen. */
  default boolean isEnabled() {
    return true;
  }

  /** A fix that can be applied, with what it changes. */
  record Ready(LocatedFinding finding, Fix fix, FixOutcome.Applied outcome, LineDiff diff)
      implements FixEntry {
    @Override
    public String title() {
      String title = fix.safety() == FixSafety.SAFE ? fix.title() : fix.title() + " (review)";
      return title
          + also("changes", outcome.elsewhere().edits().keySet())
          + also("creates", outcome.elsewhere().created().keySet());
    }

    private static String also(String what, Set<String> files) {
      return files.isEmpty() ? "" : " · " + what + " " + String.join(", ", files);
    }
  }

  /** A fix that cannot be applied here, with the reason. */
  record Refused(LocatedFinding finding, Fix fix, String reason) implements FixEntry {
    @Override
    public String title() {
      return fix.title() + " · " + reason;
    }

    @Override
    public boolean isEnabled() {
      return false;
    }
  }

  /** Tells which finding the lines below it are about, where there are several. */
  record Heading(LocatedFinding finding, String title) implements FixEntry {
    @Override
    public boolean isEnabled() {
      return false;
    }
  }

  /** A fix that makes the very change that stands above for another finding. */
  record Same(LocatedFinding finding, String above) implements FixEntry {
    @Override
    public String title() {
      return "Closed by “" + above + "”";
    }

    @Override
    public boolean isEnabled() {
      return false;
    }
  }

  /** A finding without a fix: what a person must do. */
  record Guidance(LocatedFinding finding) implements FixEntry {
    @Override
    public String title() {
      String text = finding.finding().guidance();
      return "No fix available · " + (text.isEmpty() ? finding.finding().message() : text);
    }

    @Override
    public boolean isEnabled() {
      return false;
    }
  }

  /** Fixes every safe finding of the document. */
  record InDocument(LocatedFinding finding, int count) implements FixEntry {
    @Override
    public String title() {
      return "Fix the %,d safe findings in this document".formatted(count);
    }
  }

  /** Fixes every safe finding of the control, in all manifests. */
  record Everywhere(LocatedFinding finding, int count) implements FixEntry {
    @Override
    public String title() {
      return "Fix “%s” everywhere (%,d)".formatted(finding.finding().control().title(), count);
    }
  }

  /**
   * Puts the finding on record as accepted for a time.
   *
   * @param alone whether the menu is about this finding only
   */
  record Accept(LocatedFinding finding, boolean alone) implements FixEntry {
    @Override
    public String title() {
      return alone
          ? "Accept risk…"
          : "Accept risk of “" + finding.finding().control().title() + "”…";
    }
  }

  /**
   * Shows the control's page.
   *
   * @param alone whether the menu is about this finding only
   */
  record Explain(LocatedFinding finding, boolean alone) implements FixEntry {
    @Override
    public String title() {
      return alone
          ? "Explain this control"
          : "Explain “" + finding.finding().control().title() + "”";
    }
  }
}
