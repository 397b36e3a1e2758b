package dev.zonewright.report.export;

import dev.zonewright.analysis.Analysis;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Family;
import dev.zonewright.report.MaskedLines;
import dev.zonewright.text.LineIndex;
import dev.zonewright.yaml.parse.YamlStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The line of a finding. A line with a credential is left out: its message says what is there,
 * shortened.
 */
final class Excerpts {
  private static final int MOST = 160;
  private static final int FIRST = 3;

  /** A word of the API, a part of a resource, a number, a range of addresses, or any. */
  private static final String WORD =
      "(?:true|false|null|~|-?[0-9]{1,9}|[A-Za-z][A-Za-z_]{0,23}|\\*"
          + "|[a-z]{3,24}/(?:exec|log|attach|portforward|proxy|token|status|scale|ephemeralcontainers)"
          + "|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?:/[0-9]{1,2})?)";

  private static final String VALUE = "(?:" + WORD + "|\"" + WORD + "\"|'" + WORD + "')";

  /** The names of objects, which are public however they are written. */
  private static final String NAME =
      "(?:name|namespace|claimName|serviceAccountName|runtimeClassName|storageClassName)";

  private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";

  private static final String ENTRY =
      "(?:" + NAME + ": " + LABEL + "|[A-Za-z][A-Za-z0-9._/-]{0,62}: " + VALUE + ")";

  /** Words, and collections of them on one line. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "%2$s|\\[ ?(?:%2$s(?:, ?%2$s){0,30})? ?]|\\{ ?(?:%1$s(?:, ?%1$s){0,30})? ?}"
              .formatted(ENTRY, VALUE));

  private static final Pattern NAMED = Pattern.compile("\\s*(?:- )?" + NAME + ": " + LABEL);

  private final Analysis analysis;

  /** Lines on which a credential is found. */
  private final Set<String> secrets = new HashSet<>();

  /** By place: all of a file may stand on one line. */
  private final Map<String, String> shown = new HashMap<>();

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
    return shown.computeIfAbsent(
        located.place(),
        _ -> analysis.manifest(located.file()).map(m -> line(m.stream(), located)).orElse(""));
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
   * The key of a line with its value, where that can be no secret: words of the API, numbers, names
   * of objects. Any other value is shown by its first characters and its length.
   */
  static String masked(String line) {
    int colon = line.indexOf(": ");
    int item = line.stripLeading().startsWith("- ") ? line.indexOf("- ") + 2 : 0;
    int from = colon < 0 ? item : colon + 2;
    String bare = line.replaceFirst("(?<=\\s)#.*$", "").stripTrailing();
    String value = bare.length() <= from ? "" : bare.substring(from).strip();
    String inList = bare.strip().replaceFirst("^- ", "");
    boolean keyOnly = value.isEmpty() || (colon < 0 && bare.endsWith(":"));
    boolean mapping = inList.startsWith("{") || inList.startsWith("[");
    if (keyOnly
        || NAMED.matcher(bare).matches()
        || PLAIN.matcher(mapping ? inList : value).matches()) {
      String shown = MaskedLines.comment(line);
      return shown.length() > MOST ? shown.substring(0, MOST) + "…" : shown;
    }
    String start = value.substring(0, Math.min(FIRST, value.length()));
    return "%s%s… (%d characters)".formatted(line.substring(0, from), start, value.length());
  }
}
