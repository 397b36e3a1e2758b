package dev.zonewright.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Checks the paths on a command line before anything is opened. */
final class PathArguments {
  private PathArguments() {}

  static void check(List<String> paths) {
    if (paths.stream().filter(Engine.STDIN::equals).count() > 1) {
      throw new UsageException("Standard input (-) can be read only once.");
    }
    for (String path : paths) {
      try {
        if (Path.of(path).toString().isEmpty()) {
          throw new UsageException("A path is empty.");
        }
      } catch (InvalidPathException e) {
        throw new UsageException("'" + path + "' is no path: " + e.getReason());
      }
    }
  }
}
