package dev.zonewright.ui.review.records;

import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.Widgets;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** The findings behind a number, each with its place; one of them needs no menu. */
final class CoveredMenu {
  /** More of them are a list that nobody reads; the first ones lead to the others. */
  private static final int SHOWN = 20;

  private CoveredMenu() {}

  static void show(List<Place> covered, Node owner, Consumer<Place> go) {
    if (covered.size() == 1) {
      go.accept(covered.getFirst());
      return;
    }
    if (covered.isEmpty()) {
      return;
    }
    ContextMenu menu = new ContextMenu();
    menu.setId("covered-menu");
    for (Place place : covered.stream().limit(SHOWN).toList()) {
      MenuItem item = new MenuItem(Widgets.shown(place.toString()));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> go.accept(place));
      menu.getItems().add(item);
    }
    if (covered.size() > SHOWN) {
      MenuItem rest = new MenuItem("%,d more".formatted(covered.size() - SHOWN));
      rest.setDisable(true);
      menu.getItems().add(rest);
    }
    menu.show(owner, Side.BOTTOM, 0, 0);
  }
}
