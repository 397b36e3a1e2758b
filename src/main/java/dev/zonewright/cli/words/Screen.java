package dev.zonewright.cli.words;

import java.util.Locale;
import java.util.Map;

/**
 * What is known of where the output goes.
 *
 * @param terminal whether a person reads it there, so that nothing raw may reach it
 * @param colours whether colours are wanted unless the command line says otherwise
 */
public record Screen(boolean terminal, boolean colours) {
  /** A file or a pipe. */
  public static final Screen NONE = new Screen(false, false);

  /**
   * A terminal, with colours unless {@code NO_COLOR} is set to anything (no-color.org) or the
   * terminal shows none.
   *
   * @param environment of the process
   * @param system its name, as Java has it
   */
  public static Screen terminal(Map<String, String> environment, String system) {
    boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
    // the old console of Windows shows the codes themselves
    boolean shown =
        system.toLowerCase(Locale.ROOT).contains("windows")
            ? environment.containsKey("WT_SESSION") || environment.containsKey("TERM")
            : !environment.getOrDefault("TERM", "dumb").equals("dumb");
    return new Screen(true, wanted && shown);
  }
}
