package dev.zonewright.ui.review.access;

import dev.zonewright.kube.access.chain.Chain;
import dev.zonewright.kube.access.chain.Hop;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Widgets;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first stopped chain beside the one that is shown: evidence that something holds. */
final class StoppedPane extends BorderPane {
  private final AccessModel model;
  private final Consumer<Place> go;
  private final HBox head = new HBox();
  private final VBox hops = new VBox();

  StoppedPane(AccessModel model, Consumer<Place> go) {
    this.model = model;
    this.go = go;
    setId("access-stopped-chain");
    managedProperty().bind(visibleProperty());
    head.getStyleClass().add("pane-head");
    head.setAlignment(Pos.CENTER_LEFT);
    hops.getStyleClass().add("stopped-hops");
    ScrollPane scroll = new ScrollPane(hops);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText("Hops of a stopped chain");
    setTop(head);
    setCenter(scroll);
    model.answersProperty().subscribe(_ -> fill());
    model.selectedProperty().addListener((_, _, _) -> fill());
  }

  private void fill() {
    AccessRow shown = model.selectedProperty().get();
    List<AccessRow> stopped =
        model.answersProperty().get().rows().stream()
            .filter(r -> r.chain().outcome() == Chain.Outcome.STOPPED && !r.equals(shown))
            .toList();
    setVisible(!stopped.isEmpty());
    hops.getChildren().clear();
    if (!stopped.isEmpty()) {
      fill(stopped.getFirst(), stopped.size());
    }
  }

  private void fill(AccessRow row, int all) {
    String words = row.account() + " → " + row.chain().power().id();
    Hyperlink open =
        Widgets.link(words, "access-stopped-open", () -> model.selectedProperty().set(row));
    open.setAccessibleText("Show the stopped chain " + words);
    String title = all == 1 ? "Stopped chain" : "Stopped chain, 1 of " + all;
    head.getChildren().setAll(Widgets.label(title, "pane-title"), open);
    for (Hop hop : row.chain().hops()) {
      hops.getChildren().add(line(hop, row.stop().filter(hop::equals).isPresent()));
    }
    row.other()
        .ifPresent(power -> {
          Label still = Widgets.label("It still " + power.words(), "muted");
          still.setWrapText(true);
          hops.getChildren().add(still);
        });
  }

  private Node line(Hop hop, boolean stops) {
    FontIcon icon = Widgets.icon(stops ? Feather.SLASH : Feather.ARROW_RIGHT);
    icon.getStyleClass().add(stops ? "good" : "muted");
    Label text = Widgets.label(hop.text(), "muted");
    text.setWrapText(true);
    VBox words = new VBox(Widgets.label(hop.title(), "row-title"), text);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(icon, words);
    model
        .placeOf(hop)
        .ifPresent(place -> {
          PlaceLink link = new PlaceLink(place, "stopped-place-" + place.line(), go);
          link.setMinWidth(USE_PREF_SIZE);
          line.getChildren().add(link);
        });
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("stopped-hop");
    return line;
  }
}
