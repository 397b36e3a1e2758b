package dev.zonewright.ui.editor.paint;

import dev.zonewright.control.Severity;
import dev.zonewright.report.Printable;
import dev.zonewright.ui.PlaceNumber;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.editor.model.LineMarks;
import dev.zonewright.ui.editor.model.RelatedMark;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a line: its number, the mark of its most severe finding, and a bulb that the
 * style sheet shows on the caret's line. The note on what is missing is drawn from here to the end
 * of the line's text, because it must not be part of the text. A key makes new cells for all lines
 * below it, so a cell is as few nodes as can be.
 */
final class GutterCell extends Region {
  private static final double DIGIT_PER_FONT_SIZE = 0.65;
  private static final double NUMBER_MARGIN = 10;
  private static final double MARK = 20;
  private static final double BULB = 16;
  private static final double FOLD = 14;
  private static final double GAP = 4;
  private static final double ROW_PER_NUMBER = 1.3;

  private final int line;
  private final double numberWidth;
  private final Runnable fix;
  private final Runnable nextPlace;
  private final Runnable toggle;
  private final Text number;
  private Look look = Look.NONE;
  private @Nullable Node mark;
  private @Nullable Node bulb;
  private @Nullable Node arrow;
  private @Nullable Label inlay;
  private @Nullable HBox places;

  /** All that can be seen of a line here: its findings, and whether it can be or is folded. */
  private record Look(
      @Nullable Severity worst,
      boolean fixable,
      String inlay,
      List<RelatedMark> related,
      boolean begins,
      String folded) {
    static final Look NONE = new Look(null, false, "", List.of(), false, "");

    static Look of(
        @Nullable LineMarks marks, List<RelatedMark> related, boolean begins, String folded) {
      return marks == null
          ? new Look(null, false, "", related, begins, folded)
          : new Look(marks.worst(), marks.isFixable(), marks.inlay(), related, begins, folded);
    }

    Look withWorst(@Nullable Severity other) {
      return new Look(other, fixable, inlay, related, begins, folded);
    }

    boolean isFolded() {
      return !folded.isEmpty();
    }
  }

  /**
   * A cell without findings.
   *
   * @param digits how many digits there is room for, the same for all lines
   * @param fontSize of the text, in pixels
   * @param fix what the bulb does
   * @param nextPlace what the number of a place does
   * @param toggle what the arrow does: folds, or opens what is folded
   */
  GutterCell(
      int line, int digits, double fontSize, Runnable fix, Runnable nextPlace, Runnable toggle) {
    this.line = line;
    this.fix = fix;
    this.nextPlace = nextPlace;
    this.toggle = toggle;
    numberWidth = Math.ceil(digits * fontSize * DIGIT_PER_FONT_SIZE) + NUMBER_MARGIN;
    getStyleClass().add("zw-gutter");
    number = new Text(Integer.toString(line + 1));
    number.getStyleClass().add("zw-line-number");
    getChildren().add(number);
  }

  int line() {
    return line;
  }

  /**
   * Shows the line as it is now.
   *
   * @param marks its findings, if any
   * @param related the numbers of the places that it holds
   * @param begins whether it begins something that can be folded
   */
  void show(@Nullable LineMarks marks, List<RelatedMark> related, boolean begins) {
    show(Look.of(marks, related, begins, ""));
  }

  /**
   * Shows the first line of a fold.
   *
   * @param marks the findings of the line itself, if any
   * @param related the numbers of the places that it holds
   * @param worst the worst severity of all that the fold holds, the line included
   * @param lines how many lines are hidden
   * @param object kind and name of the object that is folded; empty where it is none
   */
  void showFolded(
      @Nullable LineMarks marks,
      List<RelatedMark> related,
      @Nullable Severity worst,
      int lines,
      String object) {
    String count = "⋯ " + lines + (lines == 1 ? " line" : " lines");
    String folded = object.isEmpty() ? count : object + "  " + count;
    show(Look.of(marks, related, true, folded).withWorst(worst));
  }

  private void show(Look now) {
    if (now.equals(look)) {
      return;
    }
    look = now;
    getChildren().setAll(number);
    mark = now.worst() == null ? null : add(new SeverityMark(now.worst()));
    bulb = now.fixable() ? add(bulb()) : null;
    arrow = now.begins() ? add(arrow(now.isFolded())) : null;
    inlay = null;
    if (now.isFolded() || !now.inlay().isEmpty()) {
      inlay = add(new Label(now.isFolded() ? now.folded() : now.inlay()));
      inlay.getStyleClass().add(now.isFolded() ? "zw-folded" : "zw-inlay");
      inlay.setManaged(false);
      inlay.setMouseTransparent(!now.isFolded());
      inlay.setOnMouseClicked(_ -> toggle.run());
    }
    places = now.related().isEmpty() ? null : add(places(now.related()));
    requestLayout();
  }

  /** The numbers of the places on the line, each with its role in words. */
  private HBox places(List<RelatedMark> related) {
    HBox box = new HBox();
    box.getStyleClass().add("zw-places");
    box.setManaged(false);
    for (RelatedMark mark : related) {
      Label role = new Label(Printable.of(mark.role()));
      role.getStyleClass().add("zw-inlay");
      box.getChildren().addAll(new PlaceNumber(mark.number(), mark.words(), nextPlace), role);
    }
    return box;
  }

  private <N extends Node> N add(N node) {
    getChildren().add(node);
    return node;
  }

  private Region arrow(boolean folded) {
    Region region = new Region();
    region.getStyleClass().addAll("zw-fold", folded ? "zw-fold-closed" : "zw-fold-open");
    region.setAccessibleText(folded ? "Unfold" : "Fold");
    region.setOnMousePressed(e -> {
      toggle.run();
      e.consume();
    });
    return region;
  }

  private Region bulb() {
    Region region = new Region();
    region.getStyleClass().add("zw-bulb");
    region.setAccessibleText("Show fixes");
    region.setOnMouseClicked(_ -> fix.run());
    Tip.set(region, "Show fixes (Alt+Enter)");
    return region;
  }

  @Override
  protected double computeMinWidth(double height) {
    return numberWidth + MARK + BULB + FOLD;
  }

  @Override
  protected double computePrefWidth(double height) {
    return numberWidth + MARK + BULB + FOLD;
  }

  @Override
  protected double computeMaxWidth(double height) {
    return numberWidth + MARK + BULB + FOLD;
  }

  @Override
  protected void layoutChildren() {
    double row = number.getLayoutBounds().getHeight() * ROW_PER_NUMBER;
    boolean wrapped = getHeight() > row * 1.5;
    double height = wrapped ? row : getHeight();
    layoutInArea(number, 0, 0, numberWidth, height, 0, HPos.RIGHT, VPos.CENTER);
    if (mark != null) {
      layoutInArea(mark, numberWidth, 0, MARK, height, 0, HPos.CENTER, VPos.CENTER);
    }
    if (bulb != null) {
      layoutInArea(bulb, numberWidth + MARK, 0, BULB, height, 0, HPos.CENTER, VPos.CENTER);
    }
    if (arrow != null) {
      layoutInArea(
          arrow, numberWidth + MARK + BULB, 0, FOLD - GAP, height, 0, HPos.CENTER, VPos.CENTER);
    }
    double used = 0;
    if (places != null) {
      places.setVisible(!wrapped);
      used = placeBehindText(places, 0);
    }
    if (inlay != null) {
      inlay.setVisible(!wrapped);
      placeBehindText(inlay, used);
    }
  }

  /** Puts a node behind the line's text, and says how wide it is. */
  private double placeBehindText(Region label, double gap) {
    Parent paragraph = getParent();
    if (paragraph != null) {
      for (Node sibling : paragraph.getChildrenUnmodifiable()) {
        if (sibling instanceof TextFlow text) {
          double width = label.prefWidth(-1);
          double height = label.prefHeight(-1);
          // the text's own padding is the gap
          double x = text.getLayoutX() - getLayoutX() + text.prefWidth(-1) + gap;
          label.resizeRelocate(x, (getHeight() - height) / 2, width, height);
          return gap + width;
        }
      }
    }
    return gap;
  }
}
