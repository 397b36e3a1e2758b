package dev.zonewright.ui.review.access;

import dev.zonewright.kube.access.Power;
import dev.zonewright.kube.access.chain.Chain;
import dev.zonewright.kube.access.chain.Hop;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.KeptSplit;
import dev.zonewright.ui.SidedPane;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.WrappingBar;
import dev.zonewright.ui.review.CountButtons;
import dev.zonewright.ui.review.Excerpt;
import dev.zonewright.ui.review.FixesMenu;
import dev.zonewright.ui.review.ReviewFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The page that says what accounts may do, and how they come to it. */
public final class AccessPage extends BorderPane {
  private static final double CHAIN = 640;
  private static final SidedPane.Room ROOM = new SidedPane.Room(340, 500, 1180);
  private static final double UPPER = 0.6;
  private static final double LOWER = 0.5;
  private static final double GAP = 8;
  private static final double LINE = 38;

  private final AccessModel model;
  private final Supplier<ReviewFacts> facts;
  private final ChainPane chain;
  private final Excerpt excerpt;
  private final CountButtons<Chain.Outcome> outcomes;
  private final Label opened = Widgets.label("", "muted");

  /**
   * Builds the page.
   *
   * @param facts what the answers rest on
   * @param go shows a place in its text
   * @param fixes shows how a chain is cut
   */
  public AccessPage(
      AccessModel model, Supplier<ReviewFacts> facts, Consumer<Place> go, FixesMenu fixes) {
    this.model = model;
    this.facts = facts;
    setId("access");
    excerpt = new Excerpt(go);
    outcomes =
        new CountButtons<>(
            List.of(Chain.Outcome.values()),
            o -> "access-" + o.name().toLowerCase(Locale.ROOT),
            model.onlyProperty());
    chain = new ChainPane(model, go, fixes);
    KeptSplit right = new KeptSplit(chain, excerpt, UPPER);
    BorderPane left = new BorderPane(new AccountTable(model));
    StoppedPane stopped = new StoppedPane(model, go);
    stopped.maxHeightProperty().bind(left.heightProperty().multiply(LOWER));
    left.setBottom(stopped);
    SidedPane both = new SidedPane(SidedPane.Edge.RIGHT, right, left, ROOM, CHAIN);
    String aside = "Chain";
    both.rail(List.of(aside), t -> t, _ -> "access-chain", new SimpleStringProperty(aside));
    setTop(bar());
    setCenter(both);
    model.answersProperty().subscribe(_ -> fill());
    model.computingProperty().addListener((_, _, _) -> fill());
    model.hopProperty().subscribe(this::show);
    // why there is no hop changes although there still is none
    model.shownProperty().addListener((_, _, _) -> showNone());
    model.computingProperty().addListener((_, _, _) -> showNone());
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /** Goes to the lines of the chosen hop, where there are some. */
  public void openLine() {
    excerpt.open();
  }

  /** Shows how the chain is cut at the chosen hop. */
  public void showFixes() {
    chain.showFixes();
  }

  /** Accepts what is found about the chain that is shown. */
  public void acceptRisk() {
    chain.acceptRisk();
  }

  private void press(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    int by =
        switch (event.getCode()) {
          case N -> 1;
          case P -> -1;
          default -> 0;
        };
    if (plain && by != 0 && model.turn(by)) {
      event.consume();
    }
  }

  private Node bar() {
    ComboBox<Power> power = new ComboBox<>();
    power.setId("access-power");
    power.setAccessibleText("Power to look for");
    power.getItems().setAll(Power.values());
    power.setConverter(new Words());
    power.valueProperty().bindBidirectional(model.powerProperty());
    // the words are whole: what has no room beside them goes to the next line
    power.setMinWidth(USE_PREF_SIZE);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(power.valueProperty().map(Power::words));
    power.setTooltip(whole);
    Label asks = Widgets.label("Power", "muted");
    asks.setMinWidth(USE_PREF_SIZE);
    HBox choice = new HBox(asks, power);
    choice.getStyleClass().add("page-counts");
    choice.setAlignment(Pos.CENTER_LEFT);
    WrappingBar bar = new WrappingBar(GAP, LINE);
    bar.getStyleClass().addAll("page-bar", "wrapping");
    bar.show(List.of(choice, outcomes, opened));
    return bar;
  }

  private static final class Words extends StringConverter<Power> {
    @Override
    public String toString(@Nullable Power power) {
      return power == null ? "" : power.words();
    }

    @Override
    public Power fromString(String text) {
      throw new IllegalArgumentException("the box is not typed into");
    }
  }

  private void fill() {
    AccessModel.Answers answers = model.answersProperty().get();
    boolean known = model.isKnown();
    boolean busy = model.computingProperty().get() || !known;
    outcomes.setVisible(!busy);
    for (Chain.Outcome outcome : Chain.Outcome.values()) {
      long count = answers.count(outcome);
      outcomes.show(outcome, count, words(outcome, count), ChainPane.tone(outcome));
    }
    opened.setText(
        busy
            ? known ? "looking for chains…" : "analysing…"
            : "%s, %s, %s opened"
                .formatted(
                    Counts.say(answers.rows().size(), "account", "accounts"),
                    Counts.say((int) answers.opened().bindings(), "binding", "bindings"),
                    Counts.say((int) answers.opened().roles(), "role", "roles")));
  }

  private static String words(Chain.Outcome outcome, long count) {
    return outcome == Chain.Outcome.REACHES && count != 1 ? "reach it" : outcome.words();
  }

  private void showNone() {
    if (model.hopProperty().get() == null) {
      show(null);
    }
  }

  private void show(@Nullable Hop hop) {
    Optional<Place> place = hop == null ? Optional.empty() : model.placeOf(hop);
    String why = hop == null ? none() : hop.title() + " is not opened";
    excerpt.show(facts.get(), place, hop == null ? "" : hop.title() + ": " + hop.text(), why);
  }

  /** Why no hop is chosen. */
  private String none() {
    AccessModel.Answers answers = model.answersProperty().get();
    AccessRow row = model.shownProperty().get();
    if (model.computingProperty().get() || !model.isKnown()) {
      return "";
    }
    if (answers.rows().isEmpty()) {
      return "No account is opened, so there is no chain to show lines of";
    }
    if (answers.opened().bindings() == 0) {
      return "No binding is opened, so it is not known what accounts may do";
    }
    return row != null && row.chain().hops().isEmpty()
        ? "The chain has no hop, so no line decides"
        : "Select a hop to see its lines";
  }
}
