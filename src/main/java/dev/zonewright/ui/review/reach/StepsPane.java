package dev.zonewright.ui.review.reach;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.control.Fix;
import dev.zonewright.kube.network.Reach;
import dev.zonewright.kube.network.Step;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.fix.FixOffer;
import dev.zonewright.ui.review.AcceptButton;
import dev.zonewright.ui.review.FixesMenu;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How the chosen answer comes about, step by step, and below it what closes the connection. */
final class StepsPane extends BorderPane {
  private static final int SHOWN = 3;
  private static final double EDGES = 26;

  private final ReachModel model;
  private final Consumer<Place> go;
  private final FixesMenu fixes;
  private final VBox body = new VBox();

  StepsPane(ReachModel model, Consumer<Place> go, FixesMenu fixes) {
    this.fixes = fixes;
    this.model = model;
    this.go = go;
    setId("reach-steps");
    ScrollPane steps = new ScrollPane(body);
    steps.setAccessibleText("Steps of the answer");
    steps.setFitToWidth(true);
    body.getStyleClass().add("steps");
    setCenter(steps);
    model.selectedProperty().subscribe(_ -> fill());
    model.answersProperty().addListener((_, _, _) -> fill());
  }

  private void fill() {
    body.getChildren().clear();
    setBottom(null);
    ReachRow row = model.selectedProperty().get();
    if (row == null) {
      body.getChildren().add(Widgets.label("Select a row to see the steps of its answer", "muted"));
      return;
    }
    Reach reach = row.reaches().getFirst();
    Label title =
        Widgets.label(
            reach.from().ref().name() + " → " + reach.destination().label(), "pane-title");
    title.setWrapText(true);
    Label state = Widgets.chip(state(row), row.isWrong() ? "bad" : "quiet");
    HBox head = new HBox(title, state);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("steps-head");
    body.getChildren().add(head);
    if (!row.ports().isEmpty()) {
      body.getChildren().add(Widgets.label("Open: " + row.ports(), "muted"));
    }
    int number = 0;
    for (Step step : model.steps()) {
      number++;
      body.getChildren().add(step(number, step));
    }
    buttons();
  }

  /**
   * What closes the connection, the preferred fix coloured; each is looked at before it is made.
   */
  private void buttons() {
    List<FixOffer> offers = model.fixes();
    FlowPane row = new FlowPane(8, 6);
    row.getStyleClass().add("step-fixes");
    Set<String> titles = new LinkedHashSet<>();
    offers.forEach(o -> o.fixes().forEach(f -> titles.add(f.title())));
    int number = 0;
    for (String title : titles.stream().limit(SHOWN).toList()) {
      number++;
      Button button = new Button(title + "…");
      button.setId("reach-fix-" + number);
      button.setAccessibleText(title + ": shows a preview first");
      Tip.set(button, title + ". Shows a preview first (Alt+Enter)");
      button.getStyleClass().addAll("line-button", "hop-button");
      if (number == 1) {
        button.getStyleClass().add("cheapest");
      }
      button.setMinWidth(0);
      button.maxWidthProperty().bind(row.widthProperty().subtract(EDGES));
      button.setOnAction(_ -> fixes.show(first(title, offers), this, onScreen(button)));
      row.getChildren().add(button);
    }
    accepted().ifPresent(f -> row.getChildren().add(new AcceptButton(f, "reach-accept", fixes)));
    setBottom(row.getChildren().isEmpty() ? null : row);
  }

  /** What is found about the connection, the first of what is offered to close it. */
  private Optional<LocatedFinding> accepted() {
    return model.fixes().stream().findFirst().map(FixOffer::finding);
  }

  /** Accepts what is found about the chosen connection, where something is. */
  void acceptRisk() {
    accepted().ifPresentOrElse(fixes::accept, () -> fixes.show(List.of(), this, onScreen(this)));
  }

  /** The same offers with one fix at their head, which the menu then begins with. */
  private static List<FixOffer> first(String title, List<FixOffer> offers) {
    Predicate<Fix> chosen = f -> f.title().equals(title);
    List<FixOffer> out = new ArrayList<>();
    for (FixOffer offer : offers) {
      List<Fix> fixes = new ArrayList<>(offer.fixes().stream().filter(chosen).toList());
      fixes.addAll(offer.fixes().stream().filter(chosen.negate()).toList());
      boolean holds = !fixes.isEmpty() && chosen.test(fixes.getFirst());
      out.add(holds ? 0 : out.size(), new FixOffer(offer.finding(), fixes));
    }
    return out;
  }

  /** Shows what closes the chosen connection. */
  void showFixes() {
    Node below = lookup("#reach-fix-1");
    fixes.show(model.fixes(), this, onScreen(below == null ? this : below));
  }

  private static Bounds onScreen(Node node) {
    return node.localToScreen(node.getBoundsInLocal());
  }

  private static String state(ReachRow row) {
    return row.now().words() + (row.isWrong() ? ", must be denied" : "");
  }

  private HBox step(int number, Step step) {
    Label count = Widgets.label(Integer.toString(number), "step-number");
    count.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label question = Widgets.label(step.question(), "row-title");
    question.setWrapText(true);
    HBox first = new HBox(question);
    first.getStyleClass().add("steps-head");
    Optional<Place> place = model.placeOf(step);
    place.ifPresent(p -> {
      PlaceLink link = new PlaceLink(p, "step-place-" + number, go);
      link.setMinWidth(USE_PREF_SIZE);
      first.getChildren().add(link);
    });
    Label text = Widgets.label(step.text(), "muted");
    text.setWrapText(true);
    VBox words = new VBox(first, text);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(count, words);
    line.getStyleClass().add("step");
    return line;
  }
}
