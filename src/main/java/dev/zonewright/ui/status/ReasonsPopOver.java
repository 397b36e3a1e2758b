package dev.zonewright.ui.status;

import dev.zonewright.analysis.Coverage;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.ui.PopupTheme;
import dev.zonewright.ui.Widgets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/**
 * Lists what was not analysed, what holds nothing to analyse, and what is built of other files,
 * each with its place, the reason and what to do.
 */
public final class ReasonsPopOver extends PopOver {
  private static final int WIDTH = 460;
  private static final int ROW_HEIGHT = 50;
  private static final int MOST_ROWS = 6;

  public ReasonsPopOver(Coverage coverage) {
    ListView<CoverageItem> list = new ListView<>();
    list.setId("reasons-list");
    list.setAccessibleText("What was not analysed");
    list.getItems().setAll(coverage.missed());
    list.getItems().addAll(coverage.withoutMatter());
    list.getItems().addAll(coverage.built());
    list.setCellFactory(_ -> new Cell());
    list.getStyleClass().add("edge-to-edge");
    list.setPrefSize(WIDTH, (double) ROW_HEIGHT * Math.min(MOST_ROWS, list.getItems().size()) + 4);
    VBox body = new VBox(Widgets.label(StatusModel.left(coverage), "pane-title"), list);
    body.getStyleClass().add("reasons");
    setContentNode(body);
    getStyleClass().add("reasons-popover");
    PopupTheme.mark(getStyleClass());
    if (getStyleClass().contains(PopupTheme.OPAQUE)) {
      // round corners and an arrow would stand on white
      setArrowSize(0);
      setCornerRadius(0);
    }
    setArrowLocation(ArrowLocation.BOTTOM_LEFT);
    setDetachable(false);
    setAnimated(false);
    setOnShown(_ -> list.requestFocus());
    // the list would keep Escape for itself
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
          }
        });
  }

  /** One for a node at the top of the window. */
  public static ReasonsPopOver below(Coverage coverage) {
    ReasonsPopOver out = new ReasonsPopOver(coverage);
    out.setArrowLocation(ArrowLocation.TOP_RIGHT);
    return out;
  }

  private static final class Cell extends ListCell<CoverageItem> {
    private final Label place = Widgets.label("", "row-title");
    private final Label status = Widgets.label("", "muted");
    private final Label reason = Widgets.label("", "muted");
    private final HBox head = new HBox(8, place, Widgets.spacer(), status);
    private final VBox body = new VBox(head, reason);

    private Cell() {
      place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      place.setMinWidth(0);
      status.setMinWidth(USE_PREF_SIZE);
      reason.setWrapText(true);
      reason.setMinHeight(USE_PREF_SIZE);
      setPrefWidth(0);
    }

    // a cell asks its graphic without a width, but a reason that is broken is higher
    @Override
    protected double computePrefHeight(double width) {
      if (getGraphic() == null) {
        return super.computePrefHeight(width);
      }
      double inner = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
      return body.prefHeight(inner) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable CoverageItem item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      boolean whole = item.document() == 0;
      place.setText(
          Widgets.shown(item.file())
              + (whole ? "" : ":" + item.line() + " · document " + item.document()));
      status.setText(
          switch (item.status()) {
            case FAILED -> "not analysed";
            case PARTLY_ANALYSED -> "partly analysed";
            case ANALYSED -> "to build";
            case NO_CONTROL_APPLIES -> "nothing to analyse";
          });
      reason.setText(Widgets.shown(item.reason()));
      setGraphic(body);
    }
  }
}
