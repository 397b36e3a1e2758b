package dev.zonewright.ui.review.reach;

import dev.zonewright.control.Severity;
import dev.zonewright.kube.network.Answer.Outcome;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.FittingColumns;
import dev.zonewright.ui.NodeColumn;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.SeverityIcon;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Destinations with what is allowed now and what the reference architecture wants. */
final class ReachTable extends TableView<ReachTable.Line> {
  private static final double DECIDED = 152;
  private static final double PLACE = 118;

  private final ReachModel model;
  private final Consumer<Place> go;
  private boolean filling;

  /**
   * A line on show.
   *
   * @param row null for a heading
   */
  record Line(String heading, @Nullable ReachRow row) {}

  ReachTable(ReachModel model, Consumer<Place> go) {
    this.model = model;
    this.go = go;
    setId("reach-table");
    setAccessibleText("What the workload reaches, and what decides");
    getStyleClass().add("findings-table");
    NodeColumn<Line> destination = new NodeColumn<>("Destination", 176, line -> first(line));
    getColumns().add(destination);
    getColumns().add(fixed("Now", 106, this::now));
    getColumns().add(fixed("Reference", 122, this::reference));
    // the names of the groups stand in it
    destination.setMinWidth(176);
    NodeColumn<Line> decided = column("Decided by", 196, ReachTable::decided);
    getColumns().add(decided);
    decided.setMinWidth(DECIDED);
    NodeColumn<Line> place = column("Place", 124, this::place);
    place.setMinWidth(PLACE);
    getColumns().add(place);
    setColumnResizePolicy(new FittingColumns(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS));
    setRowFactory(_ -> new Row());
    model
        .answersProperty()
        .subscribe(answers -> {
          destination.setText(answers.way() == ReachModel.Way.REACHES ? "Destination" : "Source");
          fill(model.shown());
          select(model.selectedProperty().get());
        });
    model
        .onlyProperty()
        .addListener((_, _, _) -> {
          fill(model.shown());
          select(model.selectedProperty().get());
        });
    model.selectedProperty().addListener((_, _, now) -> select(now));
    Label none = Widgets.label("No connection matches: see the counts above", "empty-text");
    none.setWrapText(true);
    setPlaceholder(none);
    getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (!filling && now != null && now.row() != null) {
            model.selectedProperty().set(now.row());
          }
        });
  }

  private void fill(List<ReachRow> rows) {
    filling = true;
    List<Line> lines = new ArrayList<>();
    for (ReachRow.Group group : ReachRow.Group.values()) {
      List<ReachRow> of = rows.stream().filter(r -> r.group() == group).toList();
      if (!of.isEmpty()) {
        lines.add(new Line(group.title().toUpperCase(Locale.ROOT), null));
        of.forEach(r -> lines.add(new Line("", r)));
      }
    }
    getItems().setAll(lines);
    filling = false;
  }

  private void select(@Nullable ReachRow row) {
    for (int i = 0; i < getItems().size(); i++) {
      if (row != null && row.equals(getItems().get(i).row())) {
        getSelectionModel().clearAndSelect(i);
        return;
      }
    }
  }

  private static final class Row extends TableRow<Line> {
    @Override
    protected void updateItem(@Nullable Line item, boolean empty) {
      super.updateItem(item, empty);
      getStyleClass().remove("group-row");
      if (item != null && item.row() == null) {
        getStyleClass().add("group-row");
      }
    }
  }

  private Node first(Line line) {
    if (line.row() != null) {
      return destination(line.row());
    }
    Label heading = Widgets.label(line.heading(), "group-heading");
    heading.setMinWidth(USE_PREF_SIZE);
    return heading;
  }

  private static NodeColumn<Line> fixed(String title, double width, Function<ReachRow, Node> node) {
    NodeColumn<Line> column = column(title, width, node);
    column.setMinWidth(width);
    column.setMaxWidth(width);
    return column;
  }

  private Node destination(ReachRow row) {
    Label label = Widgets.label(row.brief(model.answersProperty().get().rows()));
    label.setAccessibleText(Widgets.shown(row.label()));
    String ports = row.ports();
    Tip.set(label, row.label() + (ports.isEmpty() ? "" : ": " + ports));
    return label;
  }

  private Node now(ReachRow row) {
    FontIcon icon =
        Widgets.icon(
            switch (row.now()) {
              case ALLOWED -> Feather.ARROW_RIGHT;
              case DENIED, NOT_OPENED -> Feather.SLASH;
              case UNDETERMINED -> Feather.HELP_CIRCLE;
            });
    String words = row.now() == Outcome.NOT_OPENED ? "not opened" : row.now().words();
    Label label = Widgets.label(words, "reach-now", tone(row));
    Tip.set(label, row.now().words());
    label.setGraphic(icon);
    return label;
  }

  private Node reference(ReachRow row) {
    Label label = Widgets.label(row.reference(), row.isWrong() ? "bad-text" : "muted");
    if (row.isWrong()) {
      label.setGraphic(SeverityIcon.of(Severity.HIGH));
    } else if (row.expected().isMetBy(row.now())) {
      FontIcon tick = Widgets.icon(Feather.CHECK);
      tick.getStyleClass().add("good");
      label.setGraphic(tick);
    }
    return label;
  }

  /** Rules are those of egress where nothing else is said; the tooltip has all words. */
  private static Node decided(ReachRow row) {
    Label label = Widgets.tipped(row.decidedBy(), "muted");
    label.setText(label.getText().replace(", egress rule ", ", rule "));
    label.setAccessibleText(Widgets.shown(row.decidedBy()));
    return label;
  }

  private Node place(ReachRow row) {
    if (row.place().isEmpty()) {
      return Widgets.label("–", "faint");
    }
    Place place = row.place().get();
    return new PlaceLink(place, "reach-place-" + place.line(), go);
  }

  /** The style class of an answer: red only where it is allowed and must not be. */
  static String tone(ReachRow row) {
    if (row.isWrong()) {
      return "bad-text";
    }
    return row.now() == Outcome.DENIED || row.now() == Outcome.NOT_OPENED ? "good-text" : "muted";
  }

  private static NodeColumn<Line> column(
      String title, double width, Function<ReachRow, Node> node) {
    return new NodeColumn<>(
        title, width, line -> line.row() == null ? null : node.apply(line.row()));
  }
}
