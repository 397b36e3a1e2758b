package dev.zonewright.ui;

import javafx.scene.layout.Region;

/**
 * Holds a part that fills it, and whose layout is its own affair: what changes in there lays out
 * nothing around it. Without this each key lays out all panes that the text is in, and asks all
 * their neighbours how large they want to be. How large the part wants to be is therefore asked
 * only when something else lays out what is around.
 */
public final class Island extends Region {
  private final Region part;

  public Island(Region part) {
    this.part = part;
    part.setManaged(false);
    getChildren().add(part);
  }

  @Override
  protected void layoutChildren() {
    part.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  protected double computeMinWidth(double height) {
    return part.minWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return part.minHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return part.prefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return part.prefHeight(width);
  }
}
