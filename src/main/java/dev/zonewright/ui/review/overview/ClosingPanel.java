package dev.zonewright.ui.review.overview;

import dev.zonewright.report.closing.Change;
import dev.zonewright.report.closing.ClosingChange;
import dev.zonewright.report.closing.ClosingChanges;
import dev.zonewright.risk.Evidence;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Below the table, in the place of the evidence: the single changes that close most. */
final class ClosingPanel extends VBox {
  private final ClosingModel model;
  private final Consumer<Evidence.Place> go;
  private final Consumer<Change> preview;
  private final VBox body = new VBox();

  /**
   * Builds the panel.
   *
   * @param back shows the evidence again
   */
  ClosingPanel(
      ClosingModel model, Consumer<Evidence.Place> go, Consumer<Change> preview, Runnable back) {
    this.model = model;
    this.go = go;
    this.preview = preview;
    setId("overview-closing");
    HBox head =
        new HBox(
            Widgets.label("What closes most", "pane-title"),
            Widgets.label("single changes, each tried on its own", "muted"),
            Widgets.spacer(),
            Widgets.link("Evidence", "overview-evidence-link", back));
    head.getStyleClass().add("pane-head");
    head.setAlignment(Pos.CENTER_LEFT);
    body.getStyleClass().add("evidence-list");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setAccessibleText("Single changes that close most");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(head, scroll);
    model.changesProperty().addListener((_, _, _) -> fill());
    fill();
  }

  private void fill() {
    body.getChildren().clear();
    ClosingChanges found = model.changesProperty().get();
    if (found == null) {
      body.getChildren().add(Widgets.label("Trying single changes…", "muted"));
      return;
    }
    int number = 1;
    for (ClosingChange change : found.first()) {
      body.getChildren().add(line(number++, change));
    }
    Label account = Widgets.label(found.account(), "muted");
    account.setWrapText(true);
    account.setMinHeight(USE_PREF_SIZE);
    body.getChildren().add(account);
  }

  private HBox line(int number, ClosingChange change) {
    Label words = Widgets.tipped(change.words(), "evidence-text");
    words.setGraphic(SeverityIcon.of(change.first().finding().severity()));
    // what is changed is never cut: there is no choosing between two beginnings that are alike
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label effect = Widgets.label(change.effect(), "muted");
    effect.setMinWidth(USE_PREF_SIZE);
    if (!change.rows().isEmpty()) {
      Tip.set(effect, rows(change));
    }
    Evidence.Place place =
        new Evidence.Place(
            change.first().file(), change.first().start().line(), change.first().range());
    PlaceLink link = new PlaceLink(place, "closing-place-" + number, go);
    link.setMinWidth(USE_PREF_SIZE);
    Button button = new Button("Preview…");
    button.setId("closing-preview-" + number);
    button.setAccessibleText("Preview " + change.words() + ", " + change.effect());
    button.getStyleClass().add("line-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> preview.accept(change.change()));
    HBox line = new HBox(8, words, effect, link, button);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("evidence");
    return line;
  }

  private static String rows(ClosingChange change) {
    return change.rows().stream().map(ClosingPanel::row).collect(Collectors.joining("\n"));
  }

  private static String row(RiskChange row) {
    return "%s, %s: %s → %s"
        .formatted(row.tenant(), row.title(), row.from().word(), row.to().word());
  }
}
