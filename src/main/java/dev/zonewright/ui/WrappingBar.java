package dev.zonewright.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Groups of controls in a line, the last at the far side. What has no room goes to the next line
 * whole, so that nothing is cut as long as one group fits.
 */
public final class WrappingBar extends Region {
  /** Between a group and the edge of its line: larger text fills the least height of a line. */
  private static final double EDGE = 4;

  private final double gap;
  private final double line;

  /**
   * Builds an empty bar.
   *
   * @param gap between groups
   * @param line the least height of a line
   */
  public WrappingBar(double gap, double line) {
    this.gap = gap;
    this.line = line;
  }

  /** Shows these and nothing else. */
  public void show(List<? extends Node> groups) {
    getChildren().setAll(groups);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private double room(double width) {
    Insets edge = getInsets();
    return width - edge.getLeft() - edge.getRight();
  }

  private static double wide(Node group) {
    return Math.ceil(group.prefWidth(-1));
  }

  private List<List<Node>> lines(double room) {
    List<List<Node>> out = new ArrayList<>();
    double taken = 0;
    for (Node group : getManagedChildren()) {
      double width = wide(group);
      if (out.isEmpty() || taken + gap + width > room) {
        out.add(new ArrayList<>());
        taken = width;
      } else {
        taken += gap + width;
      }
      out.getLast().add(group);
    }
    return out;
  }

  private double high(List<Node> groups, double room) {
    return groups.stream()
        .mapToDouble(g -> Math.ceil(g.prefHeight(Math.min(wide(g), room))) + 2 * EDGE)
        .reduce(line, Math::max);
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = getInsets().getLeft() + getInsets().getRight();
    for (Node group : getManagedChildren()) {
      width += wide(group) + gap;
    }
    return width;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? Double.MAX_VALUE : room(width);
    double height = getInsets().getTop() + getInsets().getBottom();
    for (List<Node> groups : lines(room)) {
      height += high(groups, room);
    }
    return height;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double room = room(getWidth());
    double y = getInsets().getTop();
    List<List<Node>> lines = lines(room);
    for (List<Node> groups : lines) {
      double height = high(groups, room);
      double x = getInsets().getLeft();
      for (Node group : groups) {
        double width = Math.min(wide(group), room);
        boolean last = groups.size() > 1 && group.equals(lines.getLast().getLast());
        double at = last ? getWidth() - getInsets().getRight() - width : x;
        double own = Math.min(height, Math.ceil(group.prefHeight(width)));
        group.resizeRelocate(Math.rint(at), Math.rint(y + (height - own) / 2), width, own);
        x += width + gap;
      }
      y += height;
    }
  }
}
