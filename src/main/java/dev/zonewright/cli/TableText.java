package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Reads files of questions. */
final class TableText {
  private TableText() {}

  /**
   * The lines of a file, or of standard input when it is called {@code -}, without empty ones at
   * the end.
   *
   * @throws UsageException when it cannot be read, or has no header
   */
  static List<String> read(String name, InputStream in) {
    byte[] bytes;
    try {
      bytes = name.equals(Engine.STDIN) ? in.readAllBytes() : Files.readAllBytes(Path.of(name));
    } catch (IOException | InvalidPathException e) {
      throw new UsageException("The questions in '" + name + "' cannot be read: " + e);
    }
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || lines.getFirst().isBlank()) {
      throw new UsageException("The questions in '" + name + "' have no header.");
    }
    return lines;
  }
}
