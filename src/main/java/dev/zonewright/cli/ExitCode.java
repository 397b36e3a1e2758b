package dev.zonewright.cli;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.control.Severity;

/** What the program tells the shell. */
public final class ExitCode {
  public static final int CLEAN = 0;
  public static final int FINDINGS = 1;
  public static final int USAGE = 2;

  /**
   * Wins over {@link #FINDINGS}: a list of findings with holes in it must not look like a whole
   * one.
   */
  static final int NOT_ANALYSED = 3;

  private ExitCode() {}

  /**
   * The answer of a command that reports no findings of its own; tells the person where it rests on
   * less than all manifests.
   */
  static int ofAnswer(Analysis analysis, Console console) {
    return of(analysis.coverage().failed() == 0, console);
  }

  /** The same for what the controls say, which needs every field that looks like a pod's. */
  static int ofJudgement(Analysis analysis, Console console) {
    return of(!analysis.coverage().hasHoles(), console);
  }

  private static int of(boolean whole, Console console) {
    if (whole) {
      return CLEAN;
    }
    console
        .err()
        .println("Not everything could be analysed: `zonewright review` shows what, and why.");
    return NOT_ANALYSED;
  }

  /** The answer to an analysis. */
  static int of(Analysis analysis, Severity threshold) {
    if (analysis.coverage().hasHoles()) {
      return NOT_ANALYSED;
    }
    boolean over =
        analysis.findings().stream()
            .filter(f -> f.accepted().isEmpty())
            .anyMatch(f -> f.finding().severity().atLeast(threshold));
    return over ? FINDINGS : CLEAN;
  }
}
