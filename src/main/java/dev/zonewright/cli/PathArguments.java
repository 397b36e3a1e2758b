package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks the paths on a command line before anything is opened. */
final class PathArguments {
  private PathArguments() {}

  /**
   * Checks that standard input is named at most once.
   *
   * @param other what else is read: the value of an option; empty when the option is absent
   */
  static void checkReadOnce(List<String> paths, String other) {
    if (Stream.concat(paths.stream(), Stream.of(other)).filter(Engine.STDIN::equals).count() > 1) {
      throw new UsageException("Standard input (-) can be read only once.");
    }
  }

  static void check(List<String> paths) {
    checkReadOnce(paths, "");
    for (String path : paths) {
      try {
        if (Path.of(path).toString().isEmpty()) {
          throw new UsageException("A path is empty.");
        }
      } catch (InvalidPathException e) {
        throw new UsageException("'" + path + "' is not a path: " + e.getReason());
      }
    }
  }

  /**
   * A path that an option names.
   *
   * @throws UsageException when it is none
   */
  static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException("'" + name + "' is not a path: " + e.getReason());
    }
  }
}
