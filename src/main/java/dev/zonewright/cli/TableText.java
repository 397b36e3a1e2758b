package dev.zonewright.cli;

import dev.zonewright.cli.given.UsageException;
import dev.zonewright.report.Printable;
import dev.zonewright.text.Decoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
            "The header of the questions has no column '%s'. It needs %s%s."
                .formatted(
                    name,
                    String.join(", ", needed),
                    commas ? ", with tabs between them, not commas" : ", with tabs between them"));
      }
      if (at != names.lastIndexOf(name)) {
        throw new UsageException("The header of the questions has column '" + name + "' twice.");
      }
      out.put(name, at);
    }
    return out;
  }

  /** The header with the two columns that answers add. */
  static String answeredHeader(String header) {
    return shown(header) + "\tanswer\tby\n";
  }

  /**
   * A line with what its answer adds, below the columns of the header also where an editor took the
   * empty cells off its end.
   */
  static String answered(String header, String line, String answer, String by) {
    int absent = cells(header).size() - cells(line).size();
    // a name may hold anything, also what ends a cell or a line
    String cell = Printable.of(by);
    return shown(line) + "\t".repeat(Math.max(0, absent)) + "\t" + answer + "\t" + cell + "\n";
  }

  /** A line as it is given, with its tabs; what would act on a terminal or hide is spelled out. */
  private static String shown(String line) {
    return Stream.of(line.split("\t", -1)).map(Printable::of).collect(Collectors.joining("\t"));
  }

  /**
   * The lines of a file, or of standard input when it is called {@code -}, the header first. A line
   * keeps its number: those that are blank stay, but for the ones above the header.
   *
   * @throws UsageException when it cannot be read, or has no header
   */
  static List<String> read(String name, InputStream in) {
    byte[] bytes;
    try {
      bytes = name.equals(Engine.STDIN) ? in.readAllBytes() : Files.readAllBytes(Path.of(name));
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          "The questions in '%s' cannot be read: %s".formatted(name, why(name, e)));
    }
    String text = text(name, bytes);
    List<String> lines = (text.startsWith(MARK) ? text.substring(1) : text).lines().toList();
    int header = 0;
    while (header < lines.size() && lines.get(header).isBlank()) {
      header++;
    }
    if (header == lines.size()) {
      throw new UsageException(
          "The questions in '" + name + "' have no header: the first line names the columns.");
    }
    List<String> out = new ArrayList<>(lines);
    // what is blank above the header goes below it, so that all behind keep their numbers
    out.addFirst(out.remove(header));
    return out;
  }

  /** Spreadsheets write a table with tabs as UTF-16; it says so by its first character. */
  private static String text(String name, byte[] bytes) {
    boolean wide =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    if (wide && !(bytes.length > 3 && bytes[2] == 0 && bytes[3] == 0)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    if (Decoding.of(bytes) instanceof Decoding.Undecodable(int line, String what, String cure)) {
      throw new UsageException(
          "The questions in '%s' cannot be read: line %d: %s. %s"
              .formatted(name, line, what, cure));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String why(String name, Exception e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file. Check the name; - is standard input.";
    }
    if (e instanceof AccessDeniedException) {
      return "you do not have permission to read it. Ask for access, or copy the file.";
    }
    return e instanceof IOException && Files.isDirectory(Path.of(name))
        ? "it is a folder. Name the file."
        : "it could not be read (" + e.getMessage() + "). Check the name and the disk.";
  }
}
