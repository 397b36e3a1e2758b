package dev.zonewright.ui;

import dev.zonewright.report.Printable;
import javafx.scene.control.Button;

/**
 * The number of a place that a finding rests on, the same in editor, table, help and reports; a
 * click goes to the place.
 */
public final class PlaceNumber extends Button {
  /**
   * Builds the number.
   *
   * @param words what the place is, for the tooltip and screen readers
   */
  public PlaceNumber(int number, String words, Runnable go) {
    super(Integer.toString(number));
    getStyleClass().setAll("place-number");
    setFocusTraversable(false);
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(Printable.of(words));
    Tip.set(this, Printable.of(words));
    setOnAction(_ -> go.run());
  }
}
