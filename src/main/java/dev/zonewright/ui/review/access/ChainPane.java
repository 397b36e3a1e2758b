package dev.zonewright.ui.review.access;

import dev.zonewright.kube.access.chain.Chain;
import dev.zonewright.kube.access.chain.Hop;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.WrappingBar;
import dev.zonewright.ui.review.AcceptButton;
import dev.zonewright.ui.review.FixesMenu;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One chain, hop by hop: what each gives, where it is written, where it can be cut. */
final class ChainPane extends BorderPane {
  private static final int CUT = 156;
  private static final double NARROW = 460;
  private static final double GAP = 8;
  private static final double LINE = 35;

  private final AccessModel model;
  private final Consumer<Place> go;
  private final WrappingBar head = new WrappingBar(GAP, LINE);
  private final ListView<Hop> hops = new ListView<>();
  private final FixesMenu fixes;
  private final ChainTurns turns;
  private boolean filling;

  ChainPane(AccessModel model, Consumer<Place> go, FixesMenu fixes) {
    this.fixes = fixes;
    this.model = model;
    this.go = go;
    turns = new ChainTurns(model);
    setId("access-chain");
    head.getStyleClass().addAll("pane-head", "wrapping");
    hops.setId("access-hops");
    hops.setAccessibleText("Hops from the account to the power");
    hops.getStyleClass().add("hops");
    hops.setCellFactory(_ -> new Cell());
    // how many lines a hop takes depends on how wide it is
    hops.widthProperty().addListener((_, _, _) -> hops.refresh());
    hops.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (!filling && now != null) {
            model.hopProperty().set(now);
          }
        });
    setTop(head);
    setCenter(hops);
    model.shownProperty().subscribe(this::show);
    model.computingProperty().addListener((_, _, _) -> showNone());
  }

  private void show(@Nullable AccessRow row) {
    filling = true;
    hops.getItems().clear();
    if (row == null) {
      head.show(List.of(Widgets.label("Chain", "pane-title")));
      showNone();
    } else {
      Chain chain = row.chain();
      Label title = Widgets.label(row.account() + " → " + chain.power().id(), "pane-title");
      title.setMinWidth(0);
      Label state = Widgets.chip(chain.outcome().words(), tone(chain.outcome()));
      List<Node> parts = new ArrayList<>(List.of(title, state));
      if (!chain.hops().isEmpty()) {
        String size = Counts.say(chain.hops().size(), "hop", "hops");
        String cuts = Counts.say((int) chain.cuts(), "place", "places") + " to cut";
        Label sizes = Widgets.label(row.stop().isPresent() ? size : size + " · " + cuts, "muted");
        sizes.setMinWidth(USE_PREF_SIZE);
        parts.add(sizes);
      }
      parts.addAll(turns.parts());
      row.finding().ifPresent(f -> parts.add(new AcceptButton(f, "access-accept", fixes)));
      head.show(parts);
      hops.getItems().setAll(chain.hops());
      hops.setPlaceholder(explained(why(chain)));
      hops.getSelectionModel().select(model.hopProperty().get());
    }
    setBottom(row == null ? null : row.stop().map(by -> new StopFoot(by, model, go)).orElse(null));
    filling = false;
  }

  /** Why there is no chain, once that is known. */
  private void showNone() {
    if (model.shownProperty().get() == null) {
      hops.setPlaceholder(
          explained(
              model.computingProperty().get() || !model.isKnown()
                  ? ""
                  : model.answersProperty().get().rows().isEmpty()
                      ? "No account is opened, so there is no chain"
                      : "Select an account to see its chain"));
    }
  }

  private static Label explained(String why) {
    Label label = Widgets.label(why, "muted");
    label.setWrapText(true);
    label.getStyleClass().add("empty-text");
    return label;
  }

  private static String why(Chain chain) {
    return switch (chain.outcome()) {
      case UNDETERMINED -> "Not known: " + chain.because();
      case NONE ->
          "No opened role or binding gives this account the power"
              + (chain.because().isEmpty() ? "" : ": " + chain.because());
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

    /** A hop that is told in more than one line is as high as these. */
    @Override
    protected double computePrefHeight(double width) {
      double room = getListView().getWidth() - snappedLeftInset() - snappedRightInset();
      return getGraphic() instanceof HBox row && room > 0
          ? snappedTopInset() + row.prefHeight(room) + snappedBottomInset()
          : super.computePrefHeight(width);
    }

    @Override
    protected void updateItem(@Nullable Hop item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty || item == null ? null : row(item, getIndex()));
      setAccessibleText(item == null ? null : spoken(item));
      setAccessibleRoleDescription("hop");
    }
  }

  /** A hop with its place and how the chain is cut there. */
  private String spoken(Hop hop) {
    AccessRow of = model.shownProperty().get();
    String place = model.placeOf(hop).map(p -> ", " + p).orElse("");
    String cut = of == null ? "" : of.cutAt(hop).map(c -> ", can be cut: " + c.words()).orElse("");
    return hop.title() + ": " + hop.text() + place + cut;
  }

  private Node row(Hop hop, int at) {
    AccessRow of = model.shownProperty().get();
    Optional<Hop> stop = of == null ? Optional.empty() : of.stop();
    boolean stops = stop.filter(hop::equals).isPresent();
    String tone = hop.kind() == Hop.Kind.POWER ? "bad" : stops ? "good" : "";
    HopSign sign =
        new HopSign(
            stops ? Feather.SLASH : HopSign.icon(hop.kind()),
            tone,
            stop.isPresent(),
            at,
            hops.getItems().size());
    Label title =
        Widgets.label(hop.title(), hop.kind() == Hop.Kind.POWER ? "bad-title" : "row-title");
    title.setMinWidth(0);
    title.setWrapText(true);
    Label text = Widgets.label(hop.text(), "muted");
    text.setWrapText(true);
    text.setMinWidth(0);
    VBox words = hop.text().isEmpty() ? new VBox(title) : new VBox(title, text);
    words.setMinWidth(0);
    words.getStyleClass().add("hop-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(sign, words);
    if (hop.kind() != Hop.Kind.POWER) {
      Node place = place(hop);
      Node cut = cut(hop);
      if (hops.getWidth() >= NARROW) {
        row.getChildren().addAll(place, cut);
      } else if (says(place) || says(cut)) {
        below(words).getChildren().addAll(place, cut);
      }
    }
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("hop");
    return row;
  }

  /** Where there is no room beside the words, the place and the cut stand below them. */
  private static HBox below(VBox words) {
    HBox below = new HBox();
    below.getStyleClass().add("hop");
    below.setAlignment(Pos.CENTER_LEFT);
    words.getChildren().add(below);
    return below;
  }

  private static boolean says(Node node) {
    return node instanceof Labeled label
        ? !label.getText().isEmpty()
        : node instanceof Pane pane && pane.getChildren().stream().anyMatch(ChainPane::says);
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

  /** A button where something is offered, the cheapest one coloured; else words that say how. */
  private Node cut(Hop hop) {
    AccessRow row = model.shownProperty().get();
    Optional<HopCut> cut = row == null ? Optional.empty() : row.cutAt(hop);
    StackPane place = new StackPane();
    place.setAlignment(Pos.CENTER_LEFT);
    place.setMinWidth(CUT);
    place.setPrefWidth(CUT);
    if (row == null || cut.isEmpty()) {
      // a chain that is stopped needs no cut
      boolean open = row != null && row.stop().isEmpty();
      place.getChildren().add(Widgets.label(open ? hop.cut().orElse("") : "", "hop-cut"));
      return place;
    }
    boolean cheapest = HopCut.cheapest(row.cuts()).equals(cut);
    Button button = new Button(cut.get().words());
    if (cut.get().isFix()) {
      button.setGraphic(Widgets.icon(Feather.SCISSORS));
    }
    button.setId("hop-cut-" + (row.chain().hops().indexOf(hop) + 1));
    button.setAccessibleText(
        "%s: %s%s".formatted(hop.title(), cut.get().words(), cheapest ? ", the cheapest cut" : ""));
    Tip.set(button, (cheapest ? "The cheapest cut. " : "") + "Shows a preview first (Alt+Enter)");
    button.getStyleClass().addAll("line-button", "hop-button");
    if (cheapest) {
      button.getStyleClass().add("cheapest");
    }
    button.setFocusTraversable(false);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> {
      Bounds near = onScreen(button);
      // its cell may be made anew
      hops.getSelectionModel().select(hop);
      fixes.show(cut.get().offers(), hops, near);
    });
    place.getChildren().add(button);
    return place;
  }

  /** Shows how the chain is cut at the chosen hop. */
  void showFixes() {
    AccessRow row = model.shownProperty().get();
    Hop hop = hops.getSelectionModel().getSelectedItem();
    Optional<HopCut> cut = row == null || hop == null ? Optional.empty() : row.cutAt(hop);
    int at = hops.getSelectionModel().getSelectedIndex();
    Node below = lookup("#hop-cut-" + (at + 1));
    fixes.show(
        cut.map(HopCut::offers).orElse(List.of()), hops, onScreen(below == null ? head : below));
  }

  /** Accepts what is found about the chain, where something is. */
  void acceptRisk() {
    Optional.ofNullable(model.shownProperty().get())
        .flatMap(AccessRow::finding)
        .ifPresentOrElse(fixes::accept, () -> fixes.show(List.of(), hops, onScreen(head)));
  }

  private static Bounds onScreen(Node node) {
    return node.localToScreen(node.getBoundsInLocal());
  }
}
