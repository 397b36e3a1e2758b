package dev.zonewright.ui.fix;

import dev.zonewright.text.LineDiff;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A diff with line numbers, as long as it is short. */
public final class DiffPane extends VBox {
  private static final int MOST_LINES = 400;

  private final boolean wholeLines;

  /**
   * A pane.
   *
   * @param wholeLines whether it grows as wide as its longest line; else lines go on below, and of
   *     very long ones the stretches that stay as they are are counted instead of shown
   */
  public DiffPane(boolean wholeLines) {
    this.wholeLines = wholeLines;
    getStyleClass().add("zw-diff");
  }

  /** Shows a diff; without indent that all its lines share. */
  public void show(LineDiff diff) {
    getChildren().clear();
    List<LineDiff.Line> lines =
        diff.hunks().stream().flatMap(h -> h.lines().stream()).limit(MOST_LINES).toList();
    int indent =
        lines.stream()
            .filter(l -> !l.text().isBlank())
            .mapToInt(l -> l.text().length() - l.text().stripLeading().length())
            .min()
            .orElse(0);
    int digits =
        lines.stream().mapToInt(l -> Integer.toString(l.number()).length()).max().orElse(1);
    List<String> texts =
        wholeLines ? lines.stream().map(LineDiff.Line::text).toList() : LongLines.of(lines);
    for (int i = 0; i < lines.size(); i++) {
      LineDiff.Line line = lines.get(i);
      String text = texts.get(i).length() > indent ? texts.get(i).substring(indent) : "";
      Label row =
          new Label(("%" + digits + "d %c %s").formatted(line.number(), line.kind().sign(), text));
      row.getStyleClass().addAll("zw-diff-line", line.kind().name().toLowerCase(Locale.ROOT));
      row.setMaxWidth(Double.MAX_VALUE);
      if (wholeLines) {
        row.setMinWidth(USE_PREF_SIZE);
      } else {
        row.setWrapText(true);
      }
      getChildren().add(row);
    }
    long all = diff.hunks().stream().mapToLong(h -> h.lines().size()).sum();
    if (all > lines.size()) {
      getChildren().add(new Label("… %,d more lines".formatted(all - lines.size())));
    }
  }
}
