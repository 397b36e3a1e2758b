package dev.zonewright.report.export;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Family;
import dev.zonewright.text.LineIndex;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.HashSet;
import java.util.Set;

/**
 * The line of a finding. A line with a credential is left out: its message says what is there,
 * shortened.
 */
final class Excerpts {
  private static final int MOST = 160;

  private final Analysis analysis;

  /** Lines on which a credential is found. */
  private final Set<String> secrets = new HashSet<>();

  Excerpts(Analysis analysis) {
    this.analysis = analysis;
    for (LocatedFinding finding : analysis.findings()) {
      if (finding.finding().control().family() == Family.SECRET) {
        for (int line = finding.start().line(); line <= finding.end().line(); line++) {
          secrets.add(finding.file() + ":" + line);
        }
      }
    }
  }

  /** Empty where there is none, or it must not be shown. */
  String of(LocatedFinding located) {
    boolean secret =
        located.finding().control().family() == Family.SECRET
            || located.finding().kind().equals("Secret")
            || secrets.contains(located.place());
    if (secret) {
      return "";
    }
    return analysis.manifest(located.file()).map(m -> line(m.stream(), located)).orElse("");
  }

  private static String line(YamlStream stream, LocatedFinding located) {
    LineIndex lines = stream.lines();
    int number = located.start().line();
    String text = stream.text();
    int start = lines.startOf(number);
    int end = text.indexOf('\n', start);
    String line = text.substring(start, end < 0 ? text.length() : end).stripTrailing();
    return number + "  " + (line.length() > MOST ? line.substring(0, MOST) + "…" : line);
  }
}
