package dev.zonewright.ui.help;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** A table of Markdown, which the parser takes for a paragraph whose lines begin with a bar. */
final class MarkdownTable {
  private static final String BAR = "|";
  private static final int COLUMN_GAP = 16;
  private static final int ROW_GAP = 3;

  private final List<List<TextFlow>> rows = new ArrayList<>(List.of(new ArrayList<>()));

  private MarkdownTable() {}

  static boolean is(Paragraph paragraph) {
    return paragraph.getFirstChild() instanceof Text text && text.getLiteral().startsWith(BAR);
  }

  /** The table, without the line that parts its head from its body. */
  static Node grid(Paragraph paragraph) {
    MarkdownTable table = new MarkdownTable();
    for (var at = paragraph.getFirstChild(); at != null; at = at.getNext()) {
      switch (at) {
        case SoftLineBreak _ -> table.rows.add(new ArrayList<>());
        case Text text -> table.text(text.getLiteral());
        case Code code -> table.add(code.getLiteral(), List.of("code"));
        default -> MarkdownText.inline(at, table.cell(), List.of());
      }
    }
    return table.build();
  }

  private void text(String literal) {
    String[] parts = literal.split("\\|", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        rows.getLast().add(new TextFlow());
      }
      String part = parts[i];
      if (!part.isEmpty() && !rows.getLast().isEmpty()) {
        add(part, List.of());
      }
    }
  }

  private void add(String literal, List<String> styles) {
    MarkdownText.add(cell(), literal, styles);
  }

  private TextFlow cell() {
    return rows.getLast().getLast();
  }

  private Node build() {
    GridPane grid = new GridPane(COLUMN_GAP, ROW_GAP);
    grid.getStyleClass().add("help-table");
    for (int row = 0; row < rows.size(); row++) {
      // the second line only says how the columns are set
      if (row != 1) {
        List<TextFlow> cells = rows.get(row);
        for (int column = 0; column < cells.size() - 1; column++) {
          TextFlow cell = cells.get(column);
          cell.getStyleClass().add(row == 0 ? "help-table-head" : "help-table-cell");
          grid.add(cell, column, row);
        }
      }
    }
    return grid;
  }
}
