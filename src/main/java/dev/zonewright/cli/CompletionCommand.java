package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import dev.zonewright.cli.words.CommandWords;
import dev.zonewright.cli.words.Completion;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.cli.Options;

/** {@code zonewright completion}: tells a shell what may follow the program's name. */
final class CompletionCommand implements Subcommand {
  private static final String HELP =
      """
      Usage: zonewright completion SHELL

      Prints a script that lets a shell complete commands, options and values.

        SHELL           bash, zsh, fish or powershell.
        -h, --help      Show this help and exit.
        -V, --version   Show the version and exit.

      Examples
        source <(zonewright completion bash)
        zonewright completion zsh > "${fpath[1]}/_zonewright"
        zonewright completion fish > ~/.config/fish/completions/zonewright.fish
        zonewright completion powershell | Out-String | Invoke-Expression
      """;

  private final Console console;
  private final Supplier<List<CommandWords>> commands;

  CompletionCommand(Console console, Supplier<List<CommandWords>> commands) {
    this.console = console;
    this.commands = commands;
  }

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String help() {
    return HELP;
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public int run(Arguments arguments) {
    List<String> words = arguments.words();
    int which = words.size() == 1 ? Completion.names().indexOf(words.getFirst()) : -1;
    if (which < 0) {
      throw new UsageException("Name one shell: " + String.join(", ", Completion.names()) + ".");
    }
    PrintWriter out = console.outWriter();
    out.print(Completion.values()[which].script(commands.get()));
    out.flush();
    return ExitCode.CLEAN;
  }
}
