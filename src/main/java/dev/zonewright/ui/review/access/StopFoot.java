package dev.zonewright.ui.review.access;

import dev.zonewright.kube.access.chain.Hop;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Widgets;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stops a chain, and that it is open again without it. */
final class StopFoot extends HBox {
  StopFoot(Hop by, AccessModel model, Consumer<Place> go) {
    FontIcon icon = Widgets.icon(Feather.SLASH);
    icon.getStyleClass().add("good");
    Label words =
        Widgets.label(
            "Stopped by %s, which %s. Without it the chain is open."
                .formatted(by.title(), by.text()),
            "muted");
    words.setId("access-stopped-by");
    words.setWrapText(true);
    words.setMinWidth(0);
    setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(icon, words);
    model
        .placeOf(by)
        .ifPresent(place -> {
          PlaceLink link = new PlaceLink(place, "access-stopped-by-place", go);
          link.setMinWidth(USE_PREF_SIZE);
          getChildren().add(link);
        });
    getStyleClass().add("chain-stop");
    setAlignment(Pos.CENTER_LEFT);
  }
}
