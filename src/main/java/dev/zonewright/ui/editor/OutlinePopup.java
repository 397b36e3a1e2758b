package dev.zonewright.ui.editor;

import dev.zonewright.ui.SeverityCounts;
import dev.zonewright.ui.Widgets;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** The objects of a file in a list over its text; typing filters, Enter goes there. */
final class OutlinePopup {
  private static final double WIDTH = 480;
  private static final double ROW = 30;
  private static final int MOST_ROWS = 12;
  private static final int PAGE = 10;

  private final OutlineModel model;
  private final Node owner;
  private final Popup popup = new Popup();
  private final TextField filter = new TextField();
  private final ListView<OutlineEntry> list;
  private final VBox content;

  OutlinePopup(OutlineModel model, Node owner) {
    this.model = model;
    this.owner = owner;
    filter.setId("outline-filter");
    filter.setPromptText("Go to an object of this file");
    filter.setAccessibleText("Filter of the objects of this file");
    filter.textProperty().bindBidirectional(model.filterProperty());
    list = new ListView<>(model.shown());
    list.setId("outline-list");
    list.setAccessibleText("Objects of this file");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Row());
    list.setOnMouseClicked(_ -> {
      model.selectedProperty().set(list.getSelectionModel().getSelectedItem());
      go();
    });
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.clamp(model.shown().size(), 1, MOST_ROWS) * ROW + 2, model.shown()));
    Label empty = Widgets.label("", "zw-muted");
    empty.textProperty().bind(model.emptyProperty());
    list.setPlaceholder(empty);
    content = new VBox(filter, list);
    content.getStyleClass().addAll("zw-card", "zw-outline");
    content.setPrefWidth(WIDTH);
    model.selectedProperty().subscribe(this::select);
    popup.getContent().add(content);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  void show() {
    model.open();
    EditorStyles.themeLike(owner, content);
    Bounds at = owner.localToScreen(owner.getBoundsInLocal());
    popup.show(owner, at.getMinX() + Math.max(0, (at.getWidth() - WIDTH) / 2), at.getMinY() + 4);
    filter.requestFocus();
  }

  private void select(@Nullable OutlineEntry entry) {
    list.getSelectionModel().select(entry);
    if (entry != null) {
      list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - MOST_ROWS / 2));
    }
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> model.move(1);
      case UP -> model.move(-1);
      case PAGE_DOWN -> model.move(PAGE);
      case PAGE_UP -> model.move(-PAGE);
      case ENTER -> go();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void go() {
    popup.hide();
    if (model.go()) {
      owner.requestFocus();
    }
  }

  /** Title, note, findings, line. */
  private static final class Row extends ListCell<OutlineEntry> {
    private final Label title = Widgets.label("", "zw-outline-title");
    private final Label note = Widgets.label("", "zw-muted");
    private final SeverityCounts counts = new SeverityCounts();
    private final Label line = Widgets.label("", "zw-outline-line");
    private final HBox row = new HBox(title, note, Widgets.spacer(), counts, line);

    Row() {
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("zw-outline-row");
      line.setMinWidth(USE_PREF_SIZE);
      // a long name gives way, the numbers do not
      row.setMaxWidth(WIDTH);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable OutlineEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (entry == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      title.setText(Widgets.shown(entry.title()));
      note.setText(Widgets.shown(entry.note()));
      counts.show(entry.counts());
      line.setText("%,d".formatted(entry.line()));
      setAccessibleText(
          "%s %s, line %d, %s"
              .formatted(
                  Widgets.shown(entry.title()),
                  Widgets.shown(entry.note()),
                  entry.line(),
                  SeverityCounts.words(entry.counts())));
      setGraphic(row);
    }
  }
}
