package dev.zonewright.workspace;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Programs of the person's own, which are started without a shell. */
public final class Programs {
  private Programs() {}

  /**
   * Looks for a program as a shell would, but in no folder that is written from the current one: it
   * would run what happens to lie there.
   *
   * @param program its name, without an ending
   * @param searchPath the value of PATH
   */
  public static Optional<Path> find(String program, String searchPath) {
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    String name = windows ? program + ".exe" : program;
    for (String folder : searchPath.split(File.pathSeparator, -1)) {
      try {
        Path file = Path.of(folder).resolve(name);
        if (file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
          return Optional.of(file);
        }
      } catch (InvalidPathException _) {
        // such a folder holds no program
      }
    }
    return Optional.empty();
  }

  /** The same, on the search path of this process. */
  public static Optional<Path> find(String program) {
    return find(program, Objects.requireNonNullElse(System.getenv("PATH"), ""));
  }

  /** A command as one would type it; to be read, and to be copied. */
  static String shown(List<String> command) {
    return String.join(" ", command.stream().map(Programs::quoted).toList());
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
