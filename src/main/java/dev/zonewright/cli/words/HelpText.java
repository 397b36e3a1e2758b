package dev.zonewright.cli.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code --help} prints, taken apart, so that completions and the manual page say the same.
 *
 * @param usage the lines behind “Usage:”, drawn together
 * @param blocks what follows, in its order
 */
public record HelpText(String usage, List<Block> blocks) {
  private static final String USAGE = "Usage: ";

  public HelpText {
    blocks = List.copyOf(blocks);
  }

  /** Lines between two empty ones. */
  public sealed interface Block {
    /** Running text. */
    record Paragraph(String text) implements Block {}

    /**
     * Rows of a table.
     *
     * @param title empty where there is none
     */
    record Rows(String title, List<Row> rows) implements Block {
      public Rows {
        rows = List.copyOf(rows);
      }
    }
  }

  /**
   * A row.
   *
   * @param head what it explains: an option, an argument, a code
   * @param text the explanation; empty for an example
   */
  public record Row(String head, String text) {
    /** The first sentence, for where there is little room. */
    public String brief() {
      return firstSentence(text);
    }
  }

  /** Takes a help text apart. */
  public static HelpText of(String help) {
    List<Block> blocks = new ArrayList<>();
    String usage = "";
    for (String part : help.strip().split("\n\n", -1)) {
      if (part.startsWith(USAGE)) {
        usage = joined(part.substring(USAGE.length()).lines().toList());
      } else {
        blocks.add(block(part.lines().toList()));
      }
    }
    return new HelpText(usage, blocks);
  }

  private static Block block(List<String> lines) {
    if (lines.getFirst().startsWith(" ")) {
      return new Block.Rows("", rows(lines));
    }
    if (lines.size() > 1 && lines.get(1).startsWith(" ")) {
      return new Block.Rows(lines.getFirst(), rows(lines.subList(1, lines.size())));
    }
    return new Block.Paragraph(joined(lines));
  }

  private static List<Row> rows(List<String> lines) {
    List<Row> rows = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("    ") && !rows.isEmpty()) {
        Row last = rows.removeLast();
        rows.add(new Row(last.head(), (last.text() + " " + line.strip()).strip()));
      } else {
        String[] parts = line.strip().split(" {2,}", 2);
        rows.add(new Row(parts[0], parts.length > 1 ? parts[1] : ""));
      }
    }
    return rows;
  }

  private static String joined(List<String> lines) {
    return String.join(" ", lines.stream().map(String::strip).toList());
  }

  static String firstSentence(String text) {
    int end = text.indexOf(". ");
    String first = end < 0 ? text : text.substring(0, end);
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  /** What the command does, in a sentence. */
  public String summary() {
    return blocks.stream()
        .filter(Block.Paragraph.class::isInstance)
        .map(b -> ((Block.Paragraph) b).text())
        .findFirst()
        .map(HelpText::firstSentence)
        .orElse("");
  }

  /** The row of an option, by its long name. */
  public Optional<Row> option(String name) {
    return blocks.stream()
        .filter(Block.Rows.class::isInstance)
        .flatMap(b -> ((Block.Rows) b).rows().stream())
        .filter(r -> (r.head() + " ").contains("--" + name + " "))
        .findFirst();
  }

  /** What stands behind the options: “PATH”, “CONTROL”; empty where nothing does. */
  public String operand() {
    String last = usage.substring(usage.lastIndexOf(' ') + 1).replaceAll("[^A-Za-z]", "");
    return last.toUpperCase(Locale.ROOT).equals(last) ? last : "";
  }
}
