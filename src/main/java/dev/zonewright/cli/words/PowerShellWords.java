package dev.zonewright.cli.words;

import java.util.List;
import java.util.stream.Collectors;

/** What PowerShell proposes. */
final class PowerShellWords {
  private static final String HEAD =
      """
      # PowerShell completion for zonewright; written by `zonewright completion powershell`.
      Register-ArgumentCompleter -Native -CommandName zonewright -ScriptBlock {
        param($wordToComplete, $commandAst, $cursorPosition)
        $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
        $at = $words.Count
        if ($wordToComplete -ne '') { $at-- }
        $command = ''
        if ($at -ge 2) { $command = $words[1] }
        $before = $words[$at - 1]
        $proposals = switch ($command) {
          '' { @(COMMANDS, '--help', '--version') }
      """;
  private static final String TAIL =
      """
        }
        $proposals | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
          [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
        }
      }
      """;

  private PowerShellWords() {}

  static String script(List<CommandWords> commands) {
    StringBuilder out = new StringBuilder();
    out.append(HEAD.replace("COMMANDS", list(commands.stream().map(CommandWords::name).toList())));
    for (CommandWords command : commands) {
      out.append("    '%s' {\n      switch ($before) {\n".formatted(command.name()));
      for (CommandWords.OptionWords option : command.options()) {
        if (!option.values().isEmpty()) {
          out.append("        '--%s' { @(%s) }\n".formatted(option.name(), list(option.values())));
        }
      }
      String options = list(command.options().stream().map(o -> "--" + o.name()).toList());
      out.append("        default { @(%s)%s }\n".formatted(options, operands(command)));
      out.append("      }\n    }\n");
    }
    return out.append(TAIL).toString();
  }

  private static String operands(CommandWords command) {
    if (command.takesControls()) {
      return " + @(zonewright explain 2>$null | ForEach-Object { ($_ -split ' ')[0] })";
    }
    return command.takesShells() ? " + @(" + list(Completion.names()) + ")" : "";
  }

  private static String list(List<String> words) {
    return words.stream().map(w -> "'" + w + "'").collect(Collectors.joining(", "));
  }
}
