package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads files of questions. */
final class TableText {
  /** The byte-order mark that some editors put before a text. */
  private static final String MARK = "\uFEFF";

  private TableText() {}

  /**
   * The cells of a line as they are, but for the quotes that spreadsheets put around some: a verb
   * with a blank is another verb.
   */
  static List<String> cells(String line) {
    return Stream.of(line.split("\t", -1)).map(TableText::plain).toList();
  }

  private static String plain(String cell) {
    boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
  }

  /**
   * Where the columns stand that a command needs.
   *
   * @throws UsageException when one is missing or there twice
   */
  static Map<String, Integer> columns(String header, List<String> needed) {
    List<String> names = cells(header).stream().map(String::strip).toList();
    Map<String, Integer> out = new HashMap<>();
    for (String name : needed) {
      int at = names.indexOf(name);
      if (at < 0) {
        boolean commas = names.size() == 1 && header.indexOf(',') >= 0;
        throw new UsageException(
            "The header of the questions has no column '%s'.%s"
                .formatted(name, commas ? " Put tabs between columns, not commas." : ""));
      }
      if (at != names.lastIndexOf(name)) {
        throw new UsageException("The header of the questions has column '" + name + "' twice.");
      }
      out.put(name, at);
    }
    return out;
  }

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
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<String> lines = (text.startsWith(MARK) ? text.substring(1) : text).lines().toList();
    if (lines.isEmpty() || lines.getFirst().isBlank()) {
      throw new UsageException("The questions in '" + name + "' have no header.");
    }
    return lines;
  }
}
