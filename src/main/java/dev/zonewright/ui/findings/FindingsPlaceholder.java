package dev.zonewright.ui.findings;

import dev.zonewright.ui.Widgets;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Why the table is empty, and the way out where the filter is the reason. */
final class FindingsPlaceholder extends VBox {
  FindingsPlaceholder(FindingsModel model) {
    getStyleClass().add("findings-placeholder");
    setAlignment(Pos.CENTER);
    Label why = Widgets.label("", "empty-text");
    why.setId("findings-empty");
    why.textProperty().bind(model.emptyTextProperty());
    Hyperlink clear = Widgets.link("Clear filter", "findings-clear-filter", model::clearFilter);
    clear.visibleProperty().bind(model.filterHidesAllProperty());
    clear.managedProperty().bind(model.filterHidesAllProperty());
    getChildren().setAll(why, clear);
  }
}
