package dev.zonewright.ui.fix;

import dev.zonewright.text.LineDiff;
import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Two lines beside each other, each in half of the width; long ones go on below. */
final class SideCell extends ListCell<SideRow> {
  private static final double NUMBER_WIDTH = 36;

  /** Deeper ones begin with spaces, for there must be room for the words. */
  private static final int MOST_INDENT = 16;

  private static final List<String> KINDS = List.of("equal", "removed", "added", "none");

  private final Half left = new Half();
  private final Half right = new Half();
  private final Halves halves = new Halves();
  private final Label gap = Widgets.label("⋯", "muted");

  SideCell() {
    // as wide as the list, whatever the lines are
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable SideRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    setAccessibleText(SideBySide.words(row));
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    if (row.isGap()) {
      setGraphic(gap);
      return;
    }
    LineDiff.Line was = row.before();
    LineDiff.Line is = row.after();
    boolean both = was != null && is != null && !row.isEqual();
    InlineChange change = both ? row.inline() : new InlineChange(0, 0, 0);
    left.show(
        was == null ? 0 : was.before(),
        was == null ? "" : was.text(),
        change.start(),
        change.endBefore(),
        was == null ? "none" : row.isEqual() ? "equal" : "removed");
    right.show(
        is == null ? 0 : is.after(),
        is == null ? "" : is.text(),
        change.start(),
        change.endAfter(),
        is == null ? "none" : row.isEqual() ? "equal" : "added");
    setGraphic(halves);
  }

  // a cell asks its graphic without a width, but a line that is broken is higher
  @Override
  protected double computePrefHeight(double width) {
    return halves.equals(getGraphic())
        ? halves.prefHeight(width < 0 ? getWidth() : width)
        : super.computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (halves.equals(getGraphic())) {
      halves.resizeRelocate(0, 0, getWidth(), getHeight());
    }
  }

  /** Both sides, equally wide and equally high. */
  private final class Halves extends Region {
    Halves() {
      getChildren().setAll(left, right);
    }

    @Override
    protected double computePrefHeight(double width) {
      double half = Math.floor(width / 2);
      return Math.max(left.prefHeight(half), right.prefHeight(half));
    }

    @Override
    protected void layoutChildren() {
      double half = Math.floor(getWidth() / 2);
      left.resizeRelocate(0, 0, half, getHeight());
      right.resizeRelocate(half, 0, getWidth() - half, getHeight());
    }
  }

  /** A line of one side with its number. */
  private static final class Half extends HBox {
    private final Label digits = new Label();
    private final Text indent = new Text();
    private final TextFlow flow = new TextFlow();

    Half() {
      getStyleClass().add("zw-side-half");
      digits.getStyleClass().add("zw-side-number");
      digits.setMinWidth(NUMBER_WIDTH);
      digits.setPrefWidth(NUMBER_WIDTH);
      digits.setAlignment(Pos.TOP_RIGHT);
      flow.setMinWidth(0);
      setHgrow(flow, Priority.ALWAYS);
      setMargin(flow, new Insets(0, 6, 0, 0));
      indent.getStyleClass().add("zw-side-text");
      getChildren().setAll(digits, indent, flow);
    }

    void show(int number, String text, int from, int to, String kind) {
      digits.setText(number == 0 ? "" : Integer.toString(number));
      getStyleClass().removeAll(KINDS);
      getStyleClass().add(kind);
      // the indent stands by itself, so that what goes on below hangs under the beginning
      int spaces = Math.min(from > 0 ? from : MOST_INDENT, indentOf(text));
      indent.setText(text.substring(0, spaces));
      List<Text> parts = new ArrayList<>();
      add(parts, text.substring(spaces, Math.max(spaces, from)), "zw-side-text");
      add(parts, text.substring(Math.max(spaces, from), Math.max(spaces, to)), "zw-side-change");
      add(parts, text.substring(Math.max(spaces, to)), "zw-side-text");
      flow.getChildren().setAll(parts);
    }

    private static int indentOf(String text) {
      int spaces = 0;
      while (spaces < Math.min(MOST_INDENT, text.length()) && text.charAt(spaces) == ' ') {
        spaces++;
      }
      return spaces;
    }

    private static void add(List<Text> parts, String text, String style) {
      if (!text.isEmpty()) {
        Text part = new Text(Widgets.shown(text));
        part.getStyleClass().add(style);
        parts.add(part);
      }
    }
  }
}
