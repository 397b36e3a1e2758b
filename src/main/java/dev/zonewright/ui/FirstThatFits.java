package dev.zonewright.ui;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Says the same in several lengths, and shows the first that has room. */
public final class FirstThatFits extends Region {
  private final List<Node> forms;
  private final HPos side;

  /**
   * Shows one of these, by the width that there is.
   *
   * @param forms from the longest to the shortest
   */
  public FirstThatFits(List<? extends Node> forms) {
    this(forms, HPos.RIGHT);
  }

  /**
   * Shows one of these, by the width that there is.
   *
   * @param forms from the longest to the shortest
   * @param side at which the words stand where there is more room than they need
   */
  public FirstThatFits(List<? extends Node> forms, HPos side) {
    this.forms = List.copyOf(forms);
    this.side = side;
    getChildren().setAll(forms);
  }

  /** Words that are left out where they have no room: the beginning of them would say nothing. */
  public static FirstThatFits orNothing(Node words) {
    FirstThatFits fits = new FirstThatFits(List.of(words, new Region()));
    fits.setMinWidth(0);
    return fits;
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(forms.getFirst().prefWidth(-1));
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.ceil(forms.getLast().prefWidth(-1));
  }

  @Override
  protected double computePrefHeight(double width) {
    return forms.stream().mapToDouble(form -> form.prefHeight(-1)).max().orElse(0);
  }

  @Override
  protected void layoutChildren() {
    Node fits =
        forms.stream()
            .filter(form -> form.prefWidth(-1) <= getWidth())
            .findFirst()
            .orElse(forms.getLast());
    for (Node form : forms) {
      form.setVisible(form.equals(fits));
      layoutInArea(form, 0, 0, getWidth(), getHeight(), 0, side, VPos.CENTER);
    }
  }
}
