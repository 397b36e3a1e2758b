package dev.zonewright.ui.review.access;

import dev.zonewright.kube.access.chain.Chain;
import dev.zonewright.kube.access.chain.Hop;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Widgets;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One chain, hop by hop: what each gives, where it is written, where it can be cut. */
final class ChainPane extends BorderPane {
  private static final int CUT = 150;

  private final AccessModel model;
  private final Consumer<Place> go;
  private final HBox head = new HBox();
  private final ListView<Hop> hops = new ListView<>();
  private boolean filling;

  ChainPane(AccessModel model, Consumer<Place> go) {
    this.model = model;
    this.go = go;
    setId("access-chain");
    head.getStyleClass().add("pane-head");
    head.setAlignment(Pos.CENTER_LEFT);
    hops.setId("access-hops");
    hops.setAccessibleText("Hops from the account to the power");
    hops.getStyleClass().add("hops");
    hops.setCellFactory(_ -> new Cell());
    hops.setPlaceholder(new StackPane());
    hops.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (!filling && now != null) {
            model.hopProperty().set(now);
          }
        });
    setTop(head);
    setCenter(hops);
    model.selectedProperty().subscribe(this::show);
  }

  private void show(@Nullable AccessRow row) {
    filling = true;
    hops.getItems().clear();
    if (row == null) {
      head.getChildren().setAll(Widgets.label("Chain", "pane-title"));
    } else {
      Chain chain = row.chain();
      Label title = Widgets.label(row.account() + " → " + chain.power().id(), "pane-title");
      title.setMinWidth(0);
      Label state = Widgets.chip(chain.outcome().words(), tone(chain.outcome()));
      head.getChildren().setAll(title, state, Widgets.spacer());
      if (!chain.hops().isEmpty()) {
        Label size =
            Widgets.label(
                "%d hops · %d places to cut".formatted(chain.hops().size(), chain.cuts()), "muted");
        size.setMinWidth(USE_PREF_SIZE);
        head.getChildren().add(size);
      }
      hops.getItems().setAll(chain.hops());
      Label why = Widgets.label(why(chain), "muted");
      why.setWrapText(true);
      why.getStyleClass().add("empty-text");
      hops.setPlaceholder(why);
      hops.getSelectionModel().select(model.hopProperty().get());
    }
    filling = false;
  }

  private static String why(Chain chain) {
    return switch (chain.outcome()) {
      case UNDETERMINED -> "Not known: " + chain.because();
      case NONE -> "No opened role or binding leads this account to the power";
      case REACHES, STOPPED -> "";
    };
  }

  static String tone(Chain.Outcome outcome) {
    return switch (outcome) {
      case REACHES -> "bad";
      case STOPPED -> "good";
      case UNDETERMINED, NONE -> "quiet";
    };
  }

  private final class Cell extends ListCell<Hop> {
    private Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Hop item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty || item == null ? null : row(item));
      setAccessibleText(item == null ? null : item.title() + ": " + item.text());
    }
  }

  private Node row(Hop hop) {
    FontIcon icon = Widgets.icon(icon(hop.kind()));
    StackPane sign = new StackPane(icon);
    sign.getStyleClass().add("hop-sign");
    if (hop.kind() == Hop.Kind.POWER) {
      sign.getStyleClass().add("bad");
    }
    Label title =
        Widgets.label(hop.title(), hop.kind() == Hop.Kind.POWER ? "bad-title" : "row-title");
    title.setMinWidth(0);
    Label text = Widgets.label(hop.text(), "muted");
    text.setMinWidth(0);
    VBox words = new VBox(title, text);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(sign, words, place(hop), cut(hop));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("hop");
    return row;
  }

  private Node place(Hop hop) {
    Optional<Place> place = model.placeOf(hop);
    if (place.isEmpty()) {
      Label none = Widgets.label(hop.object().isPresent() ? "every cluster has it" : "", "faint");
      none.setMinWidth(USE_PREF_SIZE);
      return none;
    }
    PlaceLink link = new PlaceLink(place.get(), "hop-place-" + place.get().line(), go);
    link.setMinWidth(USE_PREF_SIZE);
    return link;
  }

  // the cut is made in the text, where the fixes of the finding are
  private Node cut(Hop hop) {
    Label cut = Widgets.label(hop.cut().map(c -> "✂ " + c).orElse(""), "hop-cut");
    cut.setMinWidth(CUT);
    cut.setPrefWidth(CUT);
    return cut;
  }

  private static Feather icon(Hop.Kind kind) {
    return switch (kind) {
      case WORKLOAD -> Feather.BOX;
      case ACCOUNT -> Feather.USER;
      case BINDING -> Feather.LINK;
      case ROLE -> Feather.FILE_TEXT;
      case ACT -> Feather.PLAY;
      case ADMISSION -> Feather.SHIELD;
      case POWER -> Feather.ALERT_TRIANGLE;
    };
  }
}
