package dev.zonewright.report;

import java.util.ArrayList;
import java.util.List;

/** Lays out text in columns and paragraphs of a fixed width. */
final class Columns {
  static final int WIDTH = 120;

  private Columns() {}

  static String pad(String text, int width) {
    int missing = width - text.codePointCount(0, text.length());
    return missing <= 0 ? text : text + " ".repeat(missing);
  }

  /** How wide a column must be; a few overlong entries may stick out, none is cut. */
  static int width(List<String> entries, int most) {
    return entries.stream()
        .mapToInt(e -> e.codePointCount(0, e.length()))
        .filter(w -> w <= most)
        .max()
        .orElse(0);
  }

  /** Breaks a paragraph at its spaces; every line but the first starts with the indent. */
  static String wrap(String text, int firstColumn, int indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int room = WIDTH - firstColumn;
    for (String word : text.strip().split(" +", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        lines.add(line.toString());
        line.setLength(0);
        room = WIDTH - indent;
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return String.join("\n" + " ".repeat(indent), lines);
  }
}
