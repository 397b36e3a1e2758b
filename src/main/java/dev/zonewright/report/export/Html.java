package dev.zonewright.report.export;

import dev.zonewright.control.Severity;
import dev.zonewright.report.TextReview;
import dev.zonewright.risk.ResidualLevel;

/** Pieces of the HTML report. */
final class Html {
  private Html() {}

  static String chip(ResidualLevel level) {
    String word = level.word();
    return "<span class=\"chip %s\">%s %s</span>"
        .formatted(word.replace(' ', '-'), Levels.mark(level), word);
  }

  static String severity(Severity severity) {
    return "<span class=\"%s\">%s %s</span>"
        .formatted(severity.word(), TextReview.mark(severity), severity.word());
  }

  /** How many there are of a severity, on one line. */
  static String severity(Severity severity, int count) {
    return "<span class=\"once %s\">%s %d %s</span>"
        .formatted(severity.word(), TextReview.mark(severity), count, severity.word());
  }

  static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
