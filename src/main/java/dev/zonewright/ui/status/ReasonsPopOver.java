package dev.zonewright.ui.status;

import dev.zonewright.analysis.Coverage;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.ui.Widgets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/** Lists what was not analysed, each with its place, the reason and what to do. */
public final class ReasonsPopOver extends PopOver {
  private static final int WIDTH = 460;
  private static final int ROW_HEIGHT = 62;
  private static final int MOST_ROWS = 6;

  public ReasonsPopOver(Coverage coverage) {
    ListView<CoverageItem> list = new ListView<>();
    list.setId("reasons-list");
    list.setAccessibleText("What was not analysed");
    list.getItems().setAll(coverage.notAnalysed());
    list.setCellFactory(_ -> new Cell());
    list.getStyleClass().add("edge-to-edge");
    list.setPrefSize(WIDTH, (double) ROW_HEIGHT * Math.min(MOST_ROWS, list.getItems().size()) + 4);
    VBox body = new VBox(Widgets.label("Not analysed", "pane-title"), list);
    body.getStyleClass().add("reasons");
    setContentNode(body);
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

  private static final class Cell extends ListCell<CoverageItem> {
    private final Label place = Widgets.label("", "row-title");
    private final Label reason = Widgets.label("", "muted");
    private final VBox body = new VBox(place, reason);

    private Cell() {
      reason.setWrapText(true);
      reason.setMaxWidth(WIDTH - 40.0);
      setPrefWidth(0);
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
          item.file() + (whole ? "" : ":" + item.line() + " · document " + item.document()));
      reason.setText(item.reason());
      setGraphic(body);
    }
  }
}
