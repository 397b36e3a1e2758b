package dev.zonewright.ui.review.compare;

import dev.zonewright.report.compare.WayChanges;
import dev.zonewright.risk.Evidence.Place;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.FittingColumns;
import dev.zonewright.ui.NodeColumn;
import dev.zonewright.ui.PlaceLink;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is reached, and what accounts may do, in another way than before. */
final class MoveTable extends TableView<MoveRow> {
  private static final double ALL = 420;
  private static final double NARROW_PLACE = 66;
  private static final double TREND = 78;
  private static final double PLACE = 80;

  private final Consumer<Place> go;
  private final Label nothing = Widgets.label("", "empty-text");

  MoveTable(Consumer<Place> go) {
    this.go = go;
    setId("compare-moves");
    setAccessibleText("Reachability and access that changed");
    getStyleClass().add("findings-table");
    getColumns().add(new NodeColumn<>("Who", 95, m -> Widgets.tipped(m.who())));
    getColumns().add(new NodeColumn<>("What", 150, m -> Widgets.tipped(m.what())));
    getColumns().add(new NodeColumn<>("From", 115, m -> Widgets.tipped(m.from())));
    getColumns().add(new NodeColumn<>("To", 125, m -> Widgets.tipped(m.to())));
    NodeColumn<MoveRow> trends = new NodeColumn<>("Trend", 80, MoveTable::trend);
    trends.setMinWidth(TREND);
    NodeColumn<MoveRow> places = new NodeColumn<>("Place", 135, this::place);
    places.setMinWidth(PLACE);
    getColumns().add(trends);
    getColumns().add(places);
    // from and to say it too; without room for all, the place is what is needed to go on
    widthProperty()
        .subscribe(width -> {
          boolean narrow = width.doubleValue() < ALL;
          trends.setVisible(!narrow);
          places.setMinWidth(narrow ? NARROW_PLACE : PLACE);
        });
    nothing.setWrapText(true);
    setPlaceholder(nothing);
    setColumnResizePolicy(new FittingColumns(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN));
  }

  /**
   * Shows what moved.
   *
   * @param changes null while nothing is compared
   * @param waiting what is said then
   */
  void show(@Nullable WayChanges changes, String waiting) {
    getItems().clear();
    if (changes == null) {
      nothing.setText(waiting);
      return;
    }
    getItems().setAll(MoveRow.of(changes));
    nothing.setText(
        changes.silence().isEmpty() ? "No path or account power changed" : changes.silence());
  }

  private static Node trend(MoveRow row) {
    String style =
        switch (row.trend()) {
          case "worse" -> "bad-text";
          case "better" -> "good-text";
          default -> "muted";
        };
    Label label = Widgets.label(row.trend(), "trend", style);
    if (!style.equals("muted")) {
      boolean better = style.equals("good-text");
      label.setGraphic(Widgets.icon(better ? Feather.ARROW_DOWN_RIGHT : Feather.ARROW_UP_RIGHT));
    }
    return label;
  }

  private Node place(MoveRow row) {
    if (row.place().isEmpty()) {
      return Widgets.tipped(row.decides());
    }
    Place at = row.place().get();
    PlaceLink link =
        new PlaceLink(at, FileNames.last(at.toString()), "compare-move-" + at.line(), go);
    Tip.set(link, row.decides());
    return link;
  }
}
