package dev.zonewright.cli;

import dev.zonewright.cli.words.CommandWords;
import dev.zonewright.cli.words.HelpText;
import java.util.List;
import org.apache.commons.cli.Option;

/** The commands as they define themselves, for shells and {@code man}. */
final class Definitions {
  private Definitions() {}

  static List<CommandWords> of(List<Subcommand> commands) {
    return commands.stream().map(Definitions::of).toList();
  }

  private static CommandWords of(Subcommand command) {
    HelpText help = HelpText.of(command.help());
    List<CommandWords.OptionWords> options =
        Arguments.all(command.options()).getOptions().stream()
            .map(o -> option(command, help, o))
            .toList();
    return new CommandWords(command.name(), help, options);
  }

  private static CommandWords.OptionWords option(Subcommand command, HelpText help, Option option) {
    String name = option.getLongOpt();
    return new CommandWords.OptionWords(
        name,
        option.getOpt() == null ? "" : option.getOpt(),
        option.hasArg(),
        help.option(name).filter(row -> row.head().endsWith(" FILE")).isPresent(),
        command.values(name),
        help.option(name).map(HelpText.Row::brief).orElse(""));
  }
}
