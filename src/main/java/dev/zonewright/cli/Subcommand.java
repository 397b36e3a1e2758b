package dev.zonewright.cli;

import org.apache.commons.cli.Options;

/** What the first word of a command line asks for. */
interface Subcommand {
  /** The word. */
  String name();

  /** What {@code --help} prints, lines of at most 100 characters. */
  String help();

  /** The options that it has besides help and version. */
  Options options();

  /**
   * Does it.
   *
   * @return the exit code
   * @throws UsageException when the arguments make no sense
   */
  int run(Arguments arguments);
}
