package dev.zonewright.cli.words;

import java.util.List;

/** What zsh proposes. */
final class ZshWords {
  private static final String HEAD =
      """
      #compdef zonewright
      # Zsh completion for zonewright; written by `zonewright completion zsh`.
      _zonewright() {
        if (( CURRENT == 2 )); then
          local -a commands=(
      """;
  private static final String MIDDLE =
      """
          )
          _describe -t commands command commands
          _files
          return
        fi
        local command=${words[2]}
        shift words
        (( CURRENT-- ))
        case $command in
      """;
  private static final String TAIL =
      """
        esac
      }
      if [[ $funcstack[1] == _zonewright ]]; then
        _zonewright "$@"
      else
        compdef _zonewright zonewright
      fi
      """;

  private ZshWords() {}

  static String script(List<CommandWords> commands) {
    StringBuilder out = new StringBuilder(HEAD);
    for (CommandWords command : commands) {
      out.append("      '%s:%s'\n".formatted(command.name(), quoted(command.summary())));
    }
    out.append(MIDDLE);
    for (CommandWords command : commands) {
      out.append("    ").append(command.name()).append(")\n      _arguments");
      command.options().forEach(o -> out.append(" \\\n        ").append(option(o)));
      out.append(operands(command)).append(" ;;\n");
    }
    return out.append(TAIL).toString();
  }

  private static String option(CommandWords.OptionWords option) {
    String brief = "[" + quoted(option.brief()).replace("[", "\\[").replace("]", "\\]") + "]";
    if (!option.takesValue()) {
      String name = "--" + option.name();
      return option.letter().isEmpty()
          ? "'" + name + brief + "'"
          : "'(- *)'{-%s,%s}'%s'".formatted(option.letter(), name, brief);
    }
    String any = option.takesFile() ? "_files" : " ";
    String values = option.values().isEmpty() ? any : "(" + String.join(" ", option.values()) + ")";
    return "'--%s=%s:%s:%s'".formatted(option.name(), brief, option.name(), values);
  }

  private static String operands(CommandWords command) {
    String lead = " \\\n        ";
    if (command.takesControls()) {
      return lead + "'1:control:($(zonewright explain 2>/dev/null | cut -d\" \" -f1))'";
    }
    if (command.takesShells()) {
      return lead + "'1:shell:(" + String.join(" ", Completion.names()) + ")'";
    }
    return command.takesFiles() ? lead + "'*:file:_files'" : "";
  }

  private static String quoted(String text) {
    return text.replace("'", "'\\''").replace(":", "\\:");
  }
}
