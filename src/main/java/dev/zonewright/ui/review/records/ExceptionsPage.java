package dev.zonewright.ui.review.records;

import dev.zonewright.control.Severity;
import dev.zonewright.review.Reviewed;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.FittingColumns;
import dev.zonewright.ui.NodeColumn;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.ExceptionRow;
import dev.zonewright.ui.review.ExceptionRow.State;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.yaml.YamlPath;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  private final Consumer<Place> go;
  private final TableView<ExceptionRow> table = new TableView<>();
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
    column("State", 112, this::state);
    column("Control", 172, u -> Widgets.tipped(u.control()));
    column("Applies to", 214, u -> Widgets.tipped(u.scope()));
    column("Reason", 176, u -> Widgets.tipped(u.reason()));
    column("Owner", 108, u -> Widgets.tipped(u.owner()));
    column("Expires", 152, this::expires);
    column("Covers", 82, u -> Widgets.tipped(Counts.say(u.covers(), "finding", "findings")));
    column("Place", 60, this::place);
    table.setColumnResizePolicy(
        new FittingColumns(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN));
    Label empty =
        Widgets.label(
            "There are no exceptions. Use “Accept risk…” on a finding to add one.", "empty-text");
    table.setPlaceholder(empty);
    HBox bar = new HBox(Widgets.label("Exceptions", "pane-title"), counts);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("page-bar");
    setTop(bar);
    setCenter(table);
    facts.subscribe(this::show);
  }

  private void column(String title, double width, Function<ExceptionRow, Node> cell) {
    table.getColumns().add(new NodeColumn<>(title, width, cell));
  }

  private void show(ReviewFacts now) {
    facts = now;
    List<ExceptionRow> rows = new ArrayList<>(now.exceptionRows());
    rows.sort(
        Comparator.comparingInt(ExceptionsPage::rank)
            .thenComparing(ExceptionRow::expires)
            .thenComparing(r -> r.path().toString()));
    table.getItems().setAll(rows);
    counts.setText(
        Arrays.stream(State.values())
            .map(s -> Map.entry(s, rows.stream().filter(r -> r.state() == s).count()))
            .filter(e -> e.getValue() > 0)
            .map(e -> e.getValue() + " " + e.getKey().ofMany())
            .collect(Collectors.joining(", ")));
  }

  /** What is over first, then what holds by its day, then what does nothing. */
  private static int rank(ExceptionRow row) {
    return switch (row.state()) {
      case EXPIRED -> 0;
      case SOON, IN_FORCE, OVERLONG -> 1;
      case UNUSED -> 2;
      case INVALID -> 3;
    };
  }

  private Node state(ExceptionRow row) {
    Label label = Widgets.label(row.state().word(), "muted");
    label.setGraphic(
        switch (row.state()) {
          case IN_FORCE -> Widgets.icon(Feather.CHECK);
          case SOON, OVERLONG -> Widgets.icon(Feather.CLOCK);
          case UNUSED -> Widgets.icon(Feather.MINUS);
          case INVALID -> Widgets.icon(Feather.X);
          case EXPIRED -> SeverityIcon.of(Severity.MEDIUM);
        });
    if (!row.why().isEmpty()) {
      Tip.set(label, row.why());
      label.setAccessibleText(row.state().word() + ": " + Widgets.shown(row.why()));
    }
    return label;
  }

  private Node expires(ExceptionRow row) {
    return Widgets.tipped(
        row.expires()
            + switch (row.state()) {
              case EXPIRED -> ", over";
              case SOON ->
                  ", in "
                      + Counts.say(
                          (int)
                              ChronoUnit.DAYS.between(
                                  facts.today(), LocalDate.parse(row.expires())),
                          "day",
                          "days");
              case INVALID, IN_FORCE, OVERLONG, UNUSED -> "";
            });
  }

  private Node place(ExceptionRow row) {
    return link(facts, row.path(), go);
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
