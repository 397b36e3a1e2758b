package dev.zonewright.report.export;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Severity;
import dev.zonewright.risk.ResidualLevel;
import java.util.Locale;

/** Words and marks that all reports share. */
final class Levels {
  private Levels() {}

  static String word(ResidualLevel level) {
    return level.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A shape for each severity, so that no report depends on colour. */
  static String mark(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "◆";
      case HIGH -> "▲";
      case MEDIUM -> "■";
      case LOW -> "●";
      case NOTE -> "○";
    };
  }

  /** A shape for each level. */
  static String mark(ResidualLevel level) {
    return switch (level) {
      case OPEN -> "✕";
      case UNDETERMINED -> "?";
      case REDUCED -> "◐";
      case CONTROLLED -> "✓";
      case NOT_ASSESSED -> "–";
    };
  }

  /** What a finding is about: kind, name and container. */
  static String subject(LocatedFinding located) {
    Finding finding = located.finding();
    String container = finding.container().isEmpty() ? "" : ", container " + finding.container();
    String namespace = finding.namespace().isEmpty() ? "" : finding.namespace() + "/";
    return finding.kind().isEmpty()
        ? ""
        : finding.kind() + " " + namespace + finding.name() + container;
  }
}
