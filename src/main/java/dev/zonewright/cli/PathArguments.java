package dev.zonewright.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Checks the paths on a command line before anything is opened. */
final class PathArguments {
  private PathArguments() {}

  static void check(List<String> paths, CommandSpec spec) {
    if (paths.stream().filter(Engine.STDIN::equals).count() > 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Standard input (-) can be read only once.");
    }
    for (String path : paths) {
      try {
        if (Path.of(path).toString().isEmpty()) {
          throw new CommandLine.ParameterException(spec.commandLine(), "A path is empty.");
        }
      } catch (InvalidPathException e) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "'" + path + "' is no path: " + e.getReason(), e);
      }
    }
  }
}
