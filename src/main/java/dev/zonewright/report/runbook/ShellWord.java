package dev.zonewright.report.runbook;

import dev.zonewright.report.Printable;
import java.util.regex.Pattern;

/** A word for a shell (POSIX), which does nothing with what a manifest says. */
final class ShellWord {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9._/=,:@%+][A-Za-z0-9._/=,:@%+-]*");

  private ShellWord() {}

  /** As it is, or in single quotes. */
  static String of(String text) {
    String shown = Printable.of(text);
    return PLAIN.matcher(shown).matches() ? shown : "'" + shown.replace("'", "'\\''") + "'";
  }
}
