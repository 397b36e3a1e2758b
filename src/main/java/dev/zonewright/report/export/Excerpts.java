package dev.zonewright.report.export;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Family;
import dev.zonewright.text.LineIndex;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The line of a finding. A line with a credential is left out: its message says what is there,
 * shortened.
 */
final class Excerpts {
  private static final int MOST = 160;
  private static final int FIRST = 3;

  /** Words of the API, numbers and empty collections. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "true|false|null|~|-?[0-9]{1,9}|[A-Za-z][A-Za-z_]{0,23}|\\{}|\\[]|\\[[A-Z_, ]{1,60}]");

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
    int start = lines.startOf(number - 1);
    int end = text.indexOf('\n', start);
    return number
        + "  "
        + masked(text.substring(start, end < 0 ? text.length() : end).stripTrailing());
  }

  /**
   * The key of a line with its value, where that can be no secret: a word of the API, a number. Any
   * other value is shown by its first characters and its length.
   */
  static String masked(String line) {
    int colon = line.indexOf(": ");
    int item = line.stripLeading().startsWith("- ") ? line.indexOf("- ") + 2 : 0;
    int from = colon < 0 ? item : colon + 2;
    String value = line.substring(from).replaceFirst("\\s#.*$", "").strip();
    boolean keyOnly = colon < 0 && line.endsWith(":");
    if (keyOnly || value.isEmpty() || PLAIN.matcher(value).matches()) {
      return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
    }
    String start = value.substring(0, Math.min(FIRST, value.length()));
    return "%s%s… (%d characters)".formatted(line.substring(0, from), start, value.length());
  }
}
