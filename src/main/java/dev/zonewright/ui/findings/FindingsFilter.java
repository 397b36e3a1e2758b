package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Finding;
import dev.zonewright.control.Severity;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which findings are shown.
 *
 * @param text words that must all occur in what a row says, in any case
 * @param hidden severities that are left out
 * @param only the id of the one control whose findings are shown; empty for all
 * @param without ids of controls whose findings are left out
 * @param just fingerprints of the only findings that are shown; empty for all
 */
record FindingsFilter(
    String text,
    Set<Severity> hidden,
    boolean fixableOnly,
    String only,
    Set<String> without,
    Set<String> just) {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  FindingsFilter {
    // what is chosen next must not change a filter that is at work elsewhere
    hidden = Set.copyOf(hidden);
    without = Set.copyOf(without);
    just = Set.copyOf(just);
  }

  boolean shows(LocatedFinding at) {
    Finding finding = at.finding();
    if (hidden.contains(finding.severity()) || (fixableOnly && finding.fixes().isEmpty())) {
      return false;
    }
    if (!just.isEmpty() && !just.contains(at.fingerprint())) {
      return false;
    }
    String control = finding.control().id();
    if (without.contains(control) || !(only.isEmpty() || only.equals(control))) {
      return false;
    }
    if (text.isBlank()) {
      return true;
    }
    String row = words(at);
    return SPACE.splitAsStream(text.strip().toLowerCase(Locale.ROOT)).allMatch(row::contains);
  }

  private static String words(LocatedFinding at) {
    Finding finding = at.finding();
    return String.join(
            "\n",
            finding.control().title(),
            finding.control().id(),
            finding.message(),
            finding.objectLabel(),
            finding.container(),
            finding.tenant().orElse(""),
            finding.severity().word(),
            at.place())
        .toLowerCase(Locale.ROOT);
  }
}
