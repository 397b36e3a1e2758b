package dev.zonewright.ui;

import dev.zonewright.control.Severity;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;

/** The shapes by which severities are told apart without colour; css gives the colours. */
public final class SeverityIcon {
  private static final String DIAMOND = "M5 0 L10 5 L5 10 L0 5 Z";
  private static final String TRIANGLE = "M5 0.5 L10 9.5 L0 9.5 Z";
  private static final String SQUARE = "M0.8 0.8 H9.2 V9.2 H0.8 Z";
  private static final String DISC = "M5 0.4 A4.6 4.6 0 1 1 4.99 0.4 Z";
  private static final String RING = "M5 0.4 A4.6 4.6 0 1 1 4.99 0.4 Z M5 2 A3 3 0 1 0 5.01 2 Z";

  private SeverityIcon() {}

  /** A shape in a box of ten by ten. */
  public static Node of(Severity severity) {
    SVGPath shape = shape(severity);
    return new Group(shape);
  }

  /** The bare shape, for those who place it themselves. */
  public static SVGPath shape(Severity severity) {
    SVGPath shape = new SVGPath();
    shape.setContent(
        switch (severity) {
          case CRITICAL -> DIAMOND;
          case HIGH -> TRIANGLE;
          case MEDIUM -> SQUARE;
          case LOW -> DISC;
          case NOTE -> RING;
        });
    shape.getStyleClass().addAll("severity-shape", severity.word());
    return shape;
  }
}
