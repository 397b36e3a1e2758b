package dev.zonewright.cli.words;

import java.util.List;
import java.util.stream.Collectors;

/** What bash proposes. */
final class BashWords {
  private static final String HEAD =
      """
      # Bash completion for zonewright; written by `zonewright completion bash`.
      _zonewright() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
        COMPREPLY=()
        if [[ $cur == "=" ]]; then
          cur=
        elif [[ $prev == "=" ]]; then
          prev=${COMP_WORDS[COMP_CWORD-2]}
        fi
        if (( COMP_CWORD == 1 )); then
          mapfile -t COMPREPLY < <(compgen -W "COMMANDS --help --version" -- "$cur")
          return
        fi
        local words=
        case ${COMP_WORDS[1]} in
          help) words="COMMANDS" ;;
      """;
  private static final String TAIL =
      """
        esac
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
      }
      complete -o bashdefault -o default -F _zonewright zonewright
      """;

  private BashWords() {}

  static String script(List<CommandWords> commands) {
    StringBuilder out = new StringBuilder();
    out.append(HEAD.replace("COMMANDS", names(commands)));
    for (CommandWords command : commands) {
      out.append("    ").append(command.name()).append(")\n      case $prev in\n");
      for (CommandWords.OptionWords option : command.options()) {
        if (option.takesValue()) {
          out.append(
              "        --%s) words=\"%s\" ;;\n"
                  .formatted(option.name(), String.join(" ", option.values())));
        }
      }
      out.append("        *)\n          case $cur in\n            -*) words=\"");
      out.append(
          command.options().stream().map(o -> "--" + o.name()).collect(Collectors.joining(" ")));
      out.append("\" ;;\n            *) words=\"").append(operands(command)).append("\" ;;\n");
      out.append("          esac ;;\n      esac ;;\n");
    }
    return out.append(TAIL).toString();
  }

  static String names(List<CommandWords> commands) {
    return commands.stream().map(CommandWords::name).collect(Collectors.joining(" "));
  }

  private static String operands(CommandWords command) {
    if (command.takesControls()) {
      return "$(zonewright explain 2>/dev/null | cut -d' ' -f1)";
    }
    return command.takesShells() ? String.join(" ", Completion.names()) : "";
  }
}
