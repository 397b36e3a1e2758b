package dev.zonewright.ui.review.compare;

import dev.zonewright.text.NaturalOrder;
import java.util.Comparator;
import java.util.List;

/** In which order the findings that are not as they were stand. */
enum ChangeOrder {
  CAUSE("Cause"),
  SEVERITY("Severity"),
  CONTROL("Control"),
  OBJECT("Object"),
  PLACE("Place");

  private final String title;

  ChangeOrder(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Orders them; those that are alike keep the order of their causes. */
  List<ChangeLine> of(List<ChangeLine> lines) {
    return switch (this) {
      case CAUSE -> lines;
      case SEVERITY -> by(lines, Comparator.comparing(l -> l.entry().severity()));
      case CONTROL -> by(lines, Comparator.comparing(l -> l.entry().control()));
      case OBJECT ->
          by(
              lines,
              Comparator.<ChangeLine, String>comparing(l -> l.entry().object(), NaturalOrder.NAMES)
                  .thenComparing(l -> l.entry().container(), NaturalOrder.NAMES));
      case PLACE ->
          by(
              lines,
              Comparator.<ChangeLine, String>comparing(l -> l.entry().file(), NaturalOrder.NAMES)
                  .thenComparingInt(l -> l.entry().line()));
    };
  }

  private static List<ChangeLine> by(List<ChangeLine> lines, Comparator<ChangeLine> order) {
    return lines.stream().sorted(order).toList();
  }
}
