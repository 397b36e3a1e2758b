package dev.zonewright.ui.fix;

import dev.zonewright.text.LineDiff;
import dev.zonewright.ui.Widgets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A text before and after, line beside line; one list, so that both sides scroll together. */
final class SideBySide extends ListView<SideRow> {
  private static final double NUMBER_WIDTH = 44;
  private static final int NEAR = 4;

  SideBySide() {
    setId("fix-all-diff");
    setAccessibleText("Lines before and after");
    getStyleClass().addAll("zw-diff", "zw-side");
    setPlaceholder(Widgets.label("Nothing is ticked in this file, so nothing changes.", "muted"));
    setCellFactory(_ -> new RowCell());
  }

  void show(LineDiff diff) {
    getItems().setAll(SideRow.of(diff));
  }

  /** Brings a line of the text before into view. */
  void reveal(int line) {
    for (int i = 0; i < getItems().size(); i++) {
      LineDiff.Line before = getItems().get(i).before();
      if (before != null && before.before() >= line) {
        scrollTo(Math.max(0, i - NEAR));
        getSelectionModel().select(i);
        return;
      }
    }
  }

  private final class RowCell extends ListCell<SideRow> {
    RowCell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable SideRow row, boolean empty) {
      super.updateItem(row, empty);
      setTooltip(null);
      if (empty || row == null) {
        setGraphic(null);
        setText(null);
        setAccessibleText(null);
        return;
      }
      if (row.isGap()) {
        setGraphic(Widgets.label("⋯", "muted"));
        setAccessibleText("lines that stay as they are");
        return;
      }
      InlineChange change = row.inline();
      boolean both = row.before() != null && row.after() != null && !row.isEqual();
      LineDiff.Line was = row.before();
      LineDiff.Line is = row.after();
      Node left =
          half(
              was == null ? 0 : was.before(),
              was == null ? "" : was.text(),
              both ? change.start() : 0,
              both ? change.endBefore() : 0,
              was == null ? "none" : row.isEqual() ? "equal" : "removed");
      Node right =
          half(
              is == null ? 0 : is.after(),
              is == null ? "" : is.text(),
              both ? change.start() : 0,
              both ? change.endAfter() : 0,
              is == null ? "none" : row.isEqual() ? "equal" : "added");
      HBox halves = new HBox(left, right);
      setGraphic(halves);
      setAccessibleText(words(row));
    }

    private Node half(int number, String text, int from, int to, String kind) {
      Label digits = new Label(number == 0 ? "" : Integer.toString(number));
      digits.getStyleClass().add("zw-side-number");
      digits.setMinWidth(NUMBER_WIDTH);
      digits.setPrefWidth(NUMBER_WIDTH);
      digits.setAlignment(Pos.CENTER_RIGHT);
      HBox line = new HBox(digits);
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().addAll("zw-side-half", kind);
      add(line, text.substring(0, from), "");
      add(line, text.substring(from, to), "zw-side-change");
      add(line, text.substring(to), "");
      line.setMinWidth(0);
      line.prefWidthProperty().bind(SideBySide.this.widthProperty().subtract(18).divide(2));
      line.setMaxWidth(Region.USE_PREF_SIZE);
      HBox.setHgrow(line, Priority.NEVER);
      Rectangle inside = new Rectangle();
      inside.widthProperty().bind(line.widthProperty());
      inside.heightProperty().bind(line.heightProperty());
      line.setClip(inside);
      if (text.length() > 60) {
        Tooltip.install(line, new Tooltip(text.strip()));
      }
      return line;
    }

    private static void add(HBox line, String text, String style) {
      if (!text.isEmpty()) {
        Label part = new Label(text);
        part.setMinWidth(USE_PREF_SIZE);
        if (!style.isEmpty()) {
          part.getStyleClass().add(style);
        }
        line.getChildren().add(part);
      }
    }

    private static String words(SideRow row) {
      LineDiff.Line was = row.before();
      LineDiff.Line is = row.after();
      if (row.isEqual() && was != null) {
        return was.text();
      }
      return (was == null ? "" : "before: " + was.text().strip() + " ")
          + (is == null ? "" : "after: " + is.text().strip());
    }
  }
}
