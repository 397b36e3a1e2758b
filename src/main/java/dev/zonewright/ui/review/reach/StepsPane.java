package dev.zonewright.ui.review.reach;

import dev.zonewright.kube.network.Reach;
import dev.zonewright.kube.network.Step;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Widgets;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How the chosen answer comes about, step by step. */
final class StepsPane extends ScrollPane {
  private final ReachModel model;
  private final Consumer<Place> go;
  private final VBox body = new VBox();

  StepsPane(ReachModel model, Consumer<Place> go) {
    this.model = model;
    this.go = go;
    setId("reach-steps");
    setAccessibleText("Steps of the answer");
    setFitToWidth(true);
    body.getStyleClass().add("steps");
    setContent(body);
    model.selectedProperty().subscribe(_ -> fill());
    model.answersProperty().addListener((_, _, _) -> fill());
  }

  private void fill() {
    body.getChildren().clear();
    ReachRow row = model.selectedProperty().get();
    if (row == null) {
      body.getChildren()
          .add(Widgets.label("Choose a row to see how its answer comes about", "muted"));
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
