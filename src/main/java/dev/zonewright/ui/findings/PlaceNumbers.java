package dev.zonewright.ui.findings;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.analysis.LocatedRelated;
import dev.zonewright.ui.PlaceNumber;
import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * The numbers of the places that a finding rests on, as many as there is room for, and how many
 * more there are; the menu of the row has all of them.
 */
final class PlaceNumbers extends HBox {
  private static final int MOST = 5;

  private final List<PlaceNumber> numbers = new ArrayList<>();
  private final Label more = Widgets.label("", "muted");
  private final int all;

  PlaceNumbers(LocatedFinding at, IntConsumer show) {
    getStyleClass().add("place-numbers");
    List<LocatedRelated> related = at.related();
    all = related.size();
    for (int i = 0; i < Math.min(MOST, all); i++) {
      int number = i + 1;
      LocatedRelated place = related.get(i);
      String words =
          "%d. %s: %s, %s".formatted(number, place.role(), place.object().label(), place.place());
      numbers.add(new PlaceNumber(number, words, () -> show.accept(number)));
    }
    more.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(numbers);
    getChildren().add(more);
    showFirst(numbers.size());
  }

  /** Leaves out the last ones where not all of them fit. */
  void fit(double room) {
    int fitting = numbers.size();
    while (fitting > 0 && width(fitting) > room) {
      fitting--;
    }
    showFirst(fitting);
  }

  private double width(int first) {
    double width = snappedLeftInset() + snappedRightInset();
    for (PlaceNumber number : numbers.subList(0, first)) {
      width += number.prefWidth(-1) + getSpacing();
    }
    more.setText(rest(first));
    return width + (first < all ? more.prefWidth(-1) : 0);
  }

  private void showFirst(int first) {
    for (int i = 0; i < numbers.size(); i++) {
      show(numbers.get(i), i < first);
    }
    more.setText(rest(first));
    show(more, first < all);
  }

  private String rest(int first) {
    return "+" + (all - first);
  }

  private static void show(Node node, boolean now) {
    node.setManaged(now);
    node.setVisible(now);
  }
}
