package dev.zonewright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the lines of the sources and the files of their packages. */
final class FileSizes {
  static final int MOST_LINES = 300;
  static final int MOST_FILES = 30;

  private FileSizes() {}

  /** What is too large, in words; nothing when all is well. */
  static List<String> tooLarge(Path sources) {
    try (Stream<Path> walk = Files.walk(sources)) {
      List<Path> files = walk.filter(f -> f.toString().endsWith(".java")).sorted().toList();
      Map<Path, Long> packages =
          files.stream()
              .filter(f -> !f.endsWith("package-info.java"))
              .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
      return Stream.concat(
              tooLong(files),
              packages.entrySet().stream()
                  .filter(p -> p.getValue() > MOST_FILES)
                  .map(p -> p.getKey() + " has " + p.getValue() + " files, at most " + MOST_FILES))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of files alone: tests stand in the package that they are about, however many. */
  static List<String> tooLong(Path sources) {
    try (Stream<Path> walk = Files.walk(sources)) {
      return tooLong(walk.filter(f -> f.toString().endsWith(".java")).sorted().toList()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> tooLong(List<Path> files) {
    return files.stream()
        .filter(f -> lines(f) > MOST_LINES)
        .map(f -> f + " has " + lines(f) + " lines, at most " + MOST_LINES);
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
