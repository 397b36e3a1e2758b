package dev.zonewright.ui.findings;

import dev.zonewright.text.NaturalOrder;
import java.util.Comparator;
import java.util.function.Function;

/** The columns of the table of findings, from left to right, and how each of them sorts. */
public enum FindingsColumn {
  SEVERITY("", "severity", 30),
  TITLE("Finding", "finding", 248),
  OBJECT("Object", "object", 160),
  CONTAINER("Container", "container", 74),
  EFFECT("On Edera", "effect on Edera", 96),
  FIX("Fix", "fix", 92),
  FILE("File", "file", 120),
  LINE("Line", "line", 68);

  private final String title;
  private final String word;
  private final int width;

  FindingsColumn(String title, String word, int width) {
    this.title = title;
    this.word = word;
    this.width = width;
  }

  /** What stands above the column; empty where its icons say enough. */
  public String title() {
    return title;
  }

  /** What it is called in a sentence: “sort by effect on Edera”. */
  public String word() {
    return word;
  }

  /** What finds it in a window. */
  String id() {
    return "findings-column-" + word.replace(' ', '-');
  }

  /** In pixels, before anybody changes it. */
  public int defaultWidth() {
    return width;
  }

  /** By this column; rows that are alike there by severity, then by place, whatever the way. */
  Comparator<FindingRow.Item> order(boolean descending) {
    Comparator<FindingRow.Item> first = descending ? order().reversed() : order();
    return first
        .thenComparing(SEVERITY.order())
        .thenComparing(row -> row.at().file(), NaturalOrder.NAMES)
        .thenComparing(row -> row.at().range());
  }

  private Comparator<FindingRow.Item> order() {
    return switch (this) {
      case SEVERITY -> Comparator.comparing(row -> row.at().finding().severity());
      case TITLE -> text(row -> row.at().finding().control().title());
      case OBJECT -> text(row -> row.at().finding().name() + ' ' + row.at().finding().kind());
      case CONTAINER -> text(row -> row.at().finding().container());
      case EFFECT -> text(row -> row.effect().word());
      case FIX -> Comparator.comparing(FindingRow.Item::fix);
      case FILE -> text(row -> row.at().file());
      case LINE -> Comparator.comparingInt(row -> row.at().start().line());
    };
  }

  private static Comparator<FindingRow.Item> text(Function<FindingRow.Item, String> words) {
    return Comparator.comparing(words, NaturalOrder.NAMES);
  }
}
