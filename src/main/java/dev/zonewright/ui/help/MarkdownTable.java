package dev.zonewright.ui.help;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;

/** A table of Markdown as a grid; its head is in the first row. */
final class MarkdownTable {
  private static final int COLUMN_GAP = 16;
  private static final int ROW_GAP = 3;

  private MarkdownTable() {}

  static Node grid(TableBlock table) {
    GridPane grid = new GridPane(COLUMN_GAP, ROW_GAP);
    grid.getStyleClass().add("help-table");
    int count = 0;
    for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow cells) {
          add(cells, grid, count++);
        }
      }
    }
    return grid;
  }

  private static void add(TableRow row, GridPane grid, int at) {
    int column = 0;
    for (var part = row.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof TableCell cell) {
        TextFlow words = new TextFlow();
        words.getStyleClass().add(cell.isHeader() ? "help-table-head" : "help-table-cell");
        MarkdownText.inline(cell, words, List.of());
        grid.add(words, column++, at);
      }
    }
  }
}
