package dev.zonewright.ui;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Two parts, one above the other, that keep their share of the height. A split pane by itself takes
 * as much from either, until nothing is left of the smaller one.
 */
public final class KeptSplit extends SplitPane {
  private double share;
  private double laidOut;

  /**
   * Builds it.
   *
   * @param share of the height that the upper part has, from 0 to 1
   */
  public KeptSplit(Region upper, Region lower, double share) {
    super(upper, lower);
    this.share = share;
    setOrientation(Orientation.VERTICAL);
    // what has more to show than there is room for is cut rather than that it lies over others
    upper.setMinHeight(0);
    lower.setMinHeight(0);
    setDividerPositions(share);
    addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> this.share = getDividerPositions()[0]);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (getHeight() != laidOut) {
      laidOut = getHeight();
      // the pane has spread the change over both in its own way
      setDividerPositions(share);
      super.layoutChildren();
    }
  }
}
