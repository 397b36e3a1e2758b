package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import dev.zonewright.cli.words.Screen;
import dev.zonewright.report.Style;
import org.apache.commons.cli.Options;

/** When a command colours what it prints. The word is spelled as other programs spell it. */
enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER;

  /** For the help of a command that has the option. */
  static final String HELP =
      """
        --color WHEN         When to use colours: auto (the default: on a terminal, unless NO_COLOR
                             is set), always or never.
      """;

  private static final String OPTION = "color";

  static Options addTo(Options options) {
    return options.addOption(null, OPTION, true, null);
  }

  /**
   * How to print.
   *
   * @throws UsageException when the option is none of these words
   */
  static Style style(Arguments arguments, Screen screen) {
    return switch (arguments.oneOf(OPTION, AUTO)) {
      case AUTO -> screen.colours() ? Style.COLOUR : Style.PLAIN;
      case ALWAYS -> Style.COLOUR;
      case NEVER -> Style.PLAIN;
    };
  }
}
