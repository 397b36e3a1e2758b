package dev.zonewright.cli.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The shells that can be told what to propose. */
public enum Completion {
  BASH,
  ZSH,
  FISH,
  POWERSHELL;

  /** The script for these commands; ends with a line end. */
  public String script(List<CommandWords> commands) {
    return switch (this) {
      case BASH -> BashWords.script(commands);
      case ZSH -> ZshWords.script(commands);
      case FISH -> FishWords.script(commands);
      case POWERSHELL -> PowerShellWords.script(commands);
    };
  }

  /** What the shells are called. */
  public static List<String> names() {
    return Arrays.stream(values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();
  }
}
