package dev.zonewright.ui.review.records;

import dev.zonewright.control.Severity;
import dev.zonewright.review.ExceptionUse;
import dev.zonewright.review.Reviewed;
import dev.zonewright.review.RiskException;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.NodeColumn;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.yaml.YamlPath;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** All exceptions of the review file: what is over first, then by the day on which they end. */
public final class ExceptionsPage extends BorderPane {
  private static final int SOON = 30;

  private final Consumer<Place> go;
  private final TableView<ExceptionUse> table = new TableView<>();
  private final Label counts = Widgets.label("", "muted");
  private ReviewFacts facts = ReviewFacts.NONE;

  /**
   * Builds the page.
   *
   * @param go shows a place in its text
   */
  public ExceptionsPage(ObservableValue<ReviewFacts> facts, Consumer<Place> go) {
    this.go = go;
    setId("exceptions");
    table.setId("exceptions-table");
    table.setAccessibleText("Exceptions of the review file");
    table.getStyleClass().add("findings-table");
    table.getColumns().add(new NodeColumn<>("State", 110, this::state));
    table
        .getColumns()
        .add(new NodeColumn<>("Control", 190, u -> Widgets.tipped(u.exception().control())));
    table
        .getColumns()
        .add(new NodeColumn<>("Applies to", 250, u -> Widgets.tipped(scope(u.exception()))));
    table
        .getColumns()
        .add(new NodeColumn<>("Reason", 260, u -> Widgets.tipped(u.exception().reason())));
    table
        .getColumns()
        .add(new NodeColumn<>("Owner", 130, u -> Widgets.tipped(u.exception().owner())));
    table.getColumns().add(new NodeColumn<>("Expires", 150, this::expires));
    table
        .getColumns()
        .add(
            new NodeColumn<>(
                "Covers",
                90,
                u -> Widgets.tipped(Counts.say(u.findings().size(), "finding", "findings"))));
    table.getColumns().add(new NodeColumn<>("Place", 150, this::place));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Label empty =
        Widgets.label(
            "No exception is on record. Accept risk… on a finding writes the first one.",
            "empty-text");
    table.setPlaceholder(empty);
    HBox bar = new HBox(Widgets.label("Exceptions", "pane-title"), counts);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("page-bar");
    setTop(bar);
    setCenter(table);
    facts.subscribe(this::show);
  }

  private void show(ReviewFacts now) {
    facts = now;
    table
        .getItems()
        .setAll(
            now.exceptions().stream()
                .sorted(
                    Comparator.comparing(
                            (ExceptionUse u) -> u.state() != ExceptionUse.State.EXPIRED)
                        .thenComparing(u -> u.exception().expires()))
                .toList());
    counts.setText(
        "%d in force, %d of them end within %d days, %d expired, %d unused"
            .formatted(
                now.exceptions().size() - now.expired(),
                now.endingWithin(SOON),
                SOON,
                now.expired(),
                now.exceptions().stream()
                    .filter(u -> u.state() == ExceptionUse.State.UNUSED)
                    .count()));
  }

  private Node state(ExceptionUse use) {
    Label label = Widgets.label(use.state().word(), "muted");
    label.setGraphic(
        switch (use.state()) {
          case MATCHED -> Widgets.icon(Feather.CHECK);
          case UNUSED -> Widgets.icon(Feather.MINUS);
          case EXPIRED -> SeverityIcon.of(Severity.MEDIUM);
        });
    return label;
  }

  private static String scope(RiskException exception) {
    return exception.scope().key()
        + " "
        + exception.scope().text()
        + exception.value().map(v -> ", " + v).orElse("");
  }

  private Node expires(ExceptionUse use) {
    LocalDate day = use.exception().expires();
    long left = ChronoUnit.DAYS.between(facts.today(), day);
    return Widgets.tipped(
        day
            + (left < 0
                ? ", over"
                : left <= SOON ? ", in " + Counts.say((int) left, "day", "days") : ""));
  }

  private Node place(ExceptionUse use) {
    return link(facts, use.exception().path(), go);
  }

  /** A link to an entry of the review file. */
  static Node link(ReviewFacts facts, YamlPath path, Consumer<Place> go) {
    Optional<Place> place =
        facts
            .review()
            .map(Reviewed::file)
            .flatMap(
                f -> f.rangeOf(path).map(r -> new Place(f.manifest().file(), f.lineOf(path), r)));
    return place
        .<Node>map(at -> new PlaceLink(at, "line " + at.line(), "record-" + at.line(), go))
        .orElseGet(() -> Widgets.label("–", "faint"));
  }
}
