package dev.zonewright.ui.editor;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a line: its number, the mark of its gravest finding, and a bulb that the style
 * sheet shows on the caret's line. The note on what is missing is drawn from here to the end of the
 * line's text, because it must not be part of the text.
 */
final class GutterCell extends HBox {
  private static final double DIGIT = 8.5;
  private static final double MARK = 20;
  private static final double BULB = 16;

  private @Nullable Label inlay;

  /**
   * A cell.
   *
   * @param digits how many digits there is room for, the same for all lines
   * @param fix what the bulb does
   */
  GutterCell(int line, int digits, @Nullable LineMarks marks, Runnable fix) {
    getStyleClass().add("zw-gutter");
    Label number = new Label(Integer.toString(line + 1));
    number.getStyleClass().add("zw-line-number");
    fix(number, digits * DIGIT + 10);
    StackPane mark = new StackPane();
    fix(mark, MARK);
    StackPane bulb = new StackPane();
    fix(bulb, BULB);
    getChildren().addAll(number, mark, bulb);
    if (marks != null) {
      mark.getChildren().add(new SeverityMark(marks.worst()));
      addBulb(bulb, marks, fix);
      addInlay(marks.inlay());
    }
  }

  private static void fix(Region region, double width) {
    region.setMinWidth(width);
    region.setPrefWidth(width);
    region.setMaxWidth(width);
  }

  private static void addBulb(StackPane cell, LineMarks marks, Runnable fix) {
    if (marks.isFixable()) {
      Region bulb = new Region();
      bulb.getStyleClass().add("zw-bulb");
      bulb.setAccessibleText("Show fixes");
      bulb.setOnMouseClicked(_ -> fix.run());
      Tooltip.install(bulb, new Tooltip("Show fixes (Alt+Enter)"));
      cell.getChildren().add(bulb);
    }
  }

  private void addInlay(String text) {
    if (!text.isEmpty()) {
      Label label = new Label(text);
      label.getStyleClass().add("zw-inlay");
      label.setManaged(false);
      label.setMouseTransparent(true);
      getChildren().add(label);
      inlay = label;
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    Label label = inlay;
    Parent paragraph = getParent();
    if (label != null && paragraph != null) {
      for (Node sibling : paragraph.getChildrenUnmodifiable()) {
        if (sibling instanceof TextFlow text) {
          double width = label.prefWidth(-1);
          double height = label.prefHeight(-1);
          // the text's own padding is the gap
          double x = text.getLayoutX() - getLayoutX() + text.prefWidth(-1);
          label.resizeRelocate(x, (getHeight() - height) / 2, width, height);
        }
      }
    }
  }
}
