package dev.zonewright.ui.findings;

import dev.zonewright.ui.SeverityCounts;
import dev.zonewright.ui.Widgets;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The heading of the group that the uppermost row belongs to; it stays while its rows scroll. */
final class GroupHeading extends HBox {
  private static final double GAP = 14;
  private static final double EDGE = 1;

  private final FindingsTable table;
  private final Label title = Widgets.label("", "group-heading-title");
  private final SeverityCounts counts = new SeverityCounts();

  GroupHeading(FindingsTable table) {
    super(GAP);
    this.table = table;
    setId("findings-group-heading");
    getStyleClass().add("findings-group-heading");
    setAlignment(Pos.CENTER_LEFT);
    setMouseTransparent(true);
    setVisible(false);
    title.setMinWidth(0);
    getChildren().setAll(title, counts);
    StackPane.setAlignment(this, Pos.TOP_LEFT);
    table.getItems().addListener((ListChangeListener<FindingRow>) _ -> update());
    table.skinProperty().subscribe(_ -> follow());
    table.heightProperty().addListener((_, _, _) -> update());
  }

  private void follow() {
    scrollBar()
        .ifPresent(bar -> {
          bar.valueProperty().addListener((_, _, _) -> update());
          // it leaves the bar free, which comes and goes
          maxWidthProperty()
              .bind(
                  Bindings.createDoubleBinding(
                      () -> table.getWidth() - (bar.isVisible() ? bar.getWidth() + EDGE : EDGE),
                      table.widthProperty(),
                      bar.widthProperty(),
                      bar.visibleProperty()));
        });
  }

  private Optional<ScrollBar> scrollBar() {
    return table.lookupAll(".scroll-bar").stream()
        .filter(ScrollBar.class::isInstance)
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
        .findFirst();
  }

  /** Where the titles of the rows start: the heading takes the place of one. */
  private double ofTitles() {
    double x = EDGE;
    for (TableColumn<FindingRow, ?> column : table.getVisibleLeafColumns()) {
      if (FindingsColumn.TITLE.id().equals(column.getId())) {
        return x;
      }
      x += column.getWidth();
    }
    return EDGE;
  }

  private void update() {
    setVisible(false);
    if (!(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
      return;
    }
    IndexedCell<?> first = flow.getFirstVisibleCell();
    int index = first == null ? -1 : first.getIndex();
    if (first == null || index < 0 || index >= table.getItems().size()) {
      return;
    }
    boolean covered = first.getLayoutY() < 0;
    if (table.getItems().get(index) instanceof FindingRow.Group && !covered) {
      return;
    }
    for (int i = index; i >= 0; i--) {
      if (table.getItems().get(i) instanceof FindingRow.Group group) {
        show(group, flow.getLayoutY(), first.getHeight());
        return;
      }
    }
  }

  private void show(FindingRow.Group group, double top, double height) {
    title.setText(Widgets.shown(group.title()));
    counts.show(group.counts());
    setMargin(title, new Insets(0, 0, 0, ofTitles()));
    setMaxHeight(height);
    setPrefHeight(height);
    setTranslateY(top);
    setVisible(true);
  }
}
