package dev.zonewright.ui.review.overview;

import dev.zonewright.risk.Evidence;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.risk.EvidenceLine;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One thing that a level rests on: its kind, what it is, where it stands, what can be done. */
final class EvidenceRow extends HBox {
  private static final double KIND = 84;

  EvidenceRow(
      Evidence evidence,
      Function<Evidence.Place, String> names,
      Consumer<Evidence.Place> go,
      Optional<? extends Node> action) {
    getStyleClass().addAll("evidence", "evidence-row");
    setAlignment(Pos.CENTER_LEFT);
    Label kind = Widgets.label(evidence.state().word().replace('-', ' '), "muted");
    kind.setMinWidth(KIND);
    Label text = Widgets.label(evidence.text(), "evidence-text");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().setAll(EvidenceLine.sign(evidence.state()), kind, text);
    evidence
        .place()
        .ifPresent(place -> {
          PlaceLink link = new PlaceLink(place, names, at -> "evidence-" + at.line(), go);
          link.setMinWidth(USE_PREF_SIZE);
          getChildren().add(link);
        });
    action.ifPresent(getChildren()::add);
  }
}
