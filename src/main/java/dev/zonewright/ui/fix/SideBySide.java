package dev.zonewright.ui.fix;

import dev.zonewright.ui.Widgets;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/** A text before and after, line beside line; one list, so that both sides scroll together. */
final class SideBySide extends ListView<SideRow> {
  private static final int NEAR = 4;

  private final Label empty = Widgets.label("", "muted");
  private List<SideRow> rows = List.of();

  SideBySide() {
    setId("fix-all-diff");
    setAccessibleText("Lines before and after");
    getStyleClass().add("zw-side");
    empty.setWrapText(true);
    setPlaceholder(empty);
    setCellFactory(_ -> new SideCell());
  }

  /**
   * Shows the rows of a diff.
   *
   * @param whyNone what to say where there are none
   */
  void show(List<SideRow> now, String whyNone) {
    empty.setText(whyNone);
    if (!rows.equals(now)) {
      rows = now;
      getItems().setAll(now);
    }
  }

  /** Brings a line of the text before into view. */
  void reveal(int line) {
    for (int i = 0; i < rows.size(); i++) {
      SideRow row = rows.get(i);
      if (row.before() != null && row.before().before() >= line) {
        scrollTo(Math.max(0, i - NEAR));
        getSelectionModel().select(i);
        return;
      }
    }
  }

  /** What a row says without its looks. */
  static String words(@Nullable SideRow row) {
    if (row == null) {
      return "";
    }
    if (row.isGap()) {
      return "unchanged lines";
    }
    if (row.isEqual() && row.before() != null) {
      return row.before().text();
    }
    String before = row.before() == null ? "" : "before: " + row.before().text().strip() + " ";
    String after = row.after() == null ? "" : "after: " + row.after().text().strip();
    return (before + after).strip();
  }
}
