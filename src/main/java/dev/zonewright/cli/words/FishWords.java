package dev.zonewright.cli.words;

import java.util.List;

/** What fish proposes. */
final class FishWords {
  private static final String HEAD =
      "# Fish completion for zonewright; written by `zonewright completion fish`.\n";

  private FishWords() {}

  static String script(List<CommandWords> commands) {
    StringBuilder out = new StringBuilder(HEAD);
    for (CommandWords command : commands) {
      out.append(
          "complete -c zonewright -n __fish_use_subcommand -a %s -d %s\n"
              .formatted(command.name(), quoted(command.summary())));
    }
    for (CommandWords command : commands) {
      String here =
          "complete -c zonewright -n '__fish_seen_subcommand_from %s'".formatted(command.name());
      for (CommandWords.OptionWords option : command.options()) {
        out.append(here).append(" -l ").append(option.name());
        if (!option.letter().isEmpty()) {
          out.append(" -s ").append(option.letter());
        }
        if (option.takesValue()) {
          out.append(option.takesFile() ? " -r -F" : " -x");
        }
        if (!option.values().isEmpty()) {
          out.append(" -a ").append(quoted(String.join(" ", option.values())));
        }
        out.append(" -d ").append(quoted(option.brief())).append('\n');
      }
      if (command.takesControls()) {
        out.append(here)
            .append(" -f -a \"(zonewright explain 2>/dev/null | string replace -r ' .*' '')\"\n");
      } else if (command.takesShells()) {
        out.append(here).append(" -f -a ").append(quoted(String.join(" ", Completion.names())));
        out.append('\n');
      }
    }
    return out.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
