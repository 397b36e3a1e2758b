package dev.zonewright.app;

import dev.zonewright.text.Nearest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Arguments that can be nothing but a slip: a window would take them for the names of files, and a
 * pipeline for a review that found nothing.
 */
final class Mistyped {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]*");

  private Mistyped() {}

  /**
   * What is wrong, with what to do; empty where nothing is.
   *
   * @param commands those of the terminal
   */
  static Optional<String> in(List<String> arguments, Collection<String> commands) {
    for (String argument : arguments) {
      if (argument.startsWith("-") && !Launch.isOption(argument) && !exists(argument)) {
        return Optional.of(
            "The window has no option '%s'. Options go with a command: zonewright review %s …"
                .formatted(argument, argument));
      }
    }
    return arguments.stream()
        .findFirst()
        .filter(first -> WORD.matcher(first).matches() && !exists(first))
        .map(first -> unknown(first, commands));
  }

  private static String unknown(String word, Collection<String> commands) {
    List<String> near =
        Nearest.to(word, commands.stream().filter(c -> !c.startsWith("-")).toList());
    return "There is no command and no file '%s'.".formatted(word)
        + (near.isEmpty()
            ? " `zonewright help` lists the commands."
            : " Did you mean " + String.join(" or ", near) + "?");
  }

  private static boolean exists(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException _) {
      return false;
    }
  }
}
