package dev.zonewright.report.export;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Finding;
import dev.zonewright.risk.ResidualLevel;

/** Words and marks that all reports share. */
final class Levels {
  private Levels() {}

  /** A shape for each level. */
  static String mark(ResidualLevel level) {
    return switch (level) {
      case OPEN -> "✕";
      case UNDETERMINED -> "?";
      case REDUCED -> "◧";
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
