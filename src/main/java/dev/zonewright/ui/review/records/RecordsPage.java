package dev.zonewright.ui.review.records;

import dev.zonewright.review.Reviewed;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.ui.FittingColumns;
import dev.zonewright.ui.NodeColumn;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.review.EntryState;
import dev.zonewright.ui.review.ReviewFacts;
import dev.zonewright.yaml.YamlPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * A list of the review file. The row that is chosen stays so while the entries change; what is
 * wrong with it stands in full below the table, for a tooltip is nothing to those who use keys.
 */
public abstract sealed class RecordsPage<R> extends BorderPane
    permits ExceptionsPage, AttestationsPage {
  private final TableView<R> table = new TableView<>();
  private final Label empty = Widgets.label("", "empty-text");
  private final String none;
  private final Label counts = Widgets.label("", "muted");
  private final Label wrong = Widgets.label("", "record-wrong");
  private final Parts<R> parts;
  private final Consumer<Place> go;
  private ReviewFacts facts = ReviewFacts.NONE;

  /**
   * What a page asks of its rows.
   *
   * @param path where the entry stands in the review file
   * @param wrong what is wrong with it, and what to do; empty where nothing is
   * @param state what it is worth
   * @param states all that there are, in the order in which they are counted
   */
  record Parts<R>(
      Function<R, YamlPath> path,
      Function<R, String> wrong,
      Function<R, ? extends EntryState> state,
      List<? extends EntryState> states) {}

  RecordsPage(
      String id,
      String title,
      String none,
      Parts<R> parts,
      Consumer<Place> go,
      Consumer<R> remove) {
    this.parts = parts;
    this.none = none;
    this.go = go;
    setId(id);
    table.setId(id + "-table");
    table.setAccessibleText(title + " of the review file");
    table.getStyleClass().add("findings-table");
    table.setColumnResizePolicy(
        new FittingColumns(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN));
    empty.setWrapText(true);
    table.setPlaceholder(empty);
    HBox bar = new HBox(Widgets.label(title, "pane-title"), counts);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("page-bar");
    wrong.setId(id + "-wrong");
    wrong.setWrapText(true);
    wrong.setMinHeight(USE_PREF_SIZE);
    wrong.setMaxWidth(Double.MAX_VALUE);
    wrong.managedProperty().bind(wrong.visibleProperty());
    wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
    setTop(bar);
    setCenter(table);
    setBottom(wrong);
    table.getSelectionModel().selectedItemProperty().subscribe(this::tell);
    new RecordMenu<>(
        table,
        this::openLine,
        () -> Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(remove));
  }

  private void tell(@Nullable R row) {
    wrong.setText(row == null ? "" : Widgets.shown(parts.wrong().apply(row)));
  }

  final TableView<R> table() {
    return table;
  }

  /** What the rows are of. */
  final ReviewFacts facts() {
    return facts;
  }

  final void column(String title, double width, Function<R, @Nullable Node> cell) {
    table.getColumns().add(new NodeColumn<>(title, width, cell));
  }

  /** A state of an entry, with what is wrong said beside it. */
  final Label state(R row, Node icon) {
    String word = parts.state().apply(row).word();
    Label label = Widgets.label(word, "muted");
    label.setGraphic(icon);
    String why = parts.wrong().apply(row);
    if (!why.isEmpty()) {
      Tip.set(label, why);
      label.setAccessibleText(word + ": " + Widgets.shown(why));
    }
    return label;
  }

  /** A link to the entry. */
  final Node place(R row) {
    return placeOf(row)
        .<Node>map(at -> new PlaceLink(at, "line " + at.line(), "record-" + at.line(), go))
        .orElseGet(() -> Widgets.label("–", "faint"));
  }

  /** Goes to the entry of the row that is chosen. */
  public final void openLine() {
    Optional.ofNullable(table.getSelectionModel().getSelectedItem())
        .flatMap(this::placeOf)
        .ifPresent(go);
  }

  private Optional<Place> placeOf(R row) {
    YamlPath path = parts.path().apply(row);
    return facts
        .review()
        .map(Reviewed::file)
        .flatMap(f -> f.rangeOf(path).map(r -> new Place(f.manifest().file(), f.lineOf(path), r)));
  }

  private String counted(List<R> rows) {
    return parts.states().stream()
        .map(s -> Map.entry(s, rows.stream().filter(r -> parts.state().apply(r) == s).count()))
        .filter(e -> e.getValue() > 0)
        .map(e -> e.getValue() + " " + e.getKey().ofMany())
        .collect(Collectors.joining(", "));
  }

  /** Shows these rows; the entry that was chosen stays chosen, else the first one is. */
  final void show(ReviewFacts now, List<R> rows) {
    facts = now;
    empty.setText(now.isKnown() ? none : ReviewFacts.ANALYSING);
    R before = table.getSelectionModel().getSelectedItem();
    YamlPath chosen = before == null ? YamlPath.ROOT : parts.path().apply(before);
    table.getItems().setAll(rows);
    counts.setText(counted(rows));
    int at = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (parts.path().apply(rows.get(i)).equals(chosen)) {
        at = i;
      }
    }
    if (!rows.isEmpty()) {
      table.getSelectionModel().clearAndSelect(at);
    }
  }
}
