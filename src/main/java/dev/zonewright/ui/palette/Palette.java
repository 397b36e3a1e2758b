package dev.zonewright.ui.palette;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.PopupTheme;
import dev.zonewright.ui.Widgets;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** A pop-over with one field and what fits it; used by keys alone. */
public final class Palette {
  private static final double WIDTH = 620;
  private static final double BELOW_TOP = 52;
  private static final int ROWS = 12;
  private static final int ROW_HEIGHT = 30;

  private final PaletteModel model;
  private final Supplier<PaletteContext> context;
  private final Popup popup = new Popup();
  private final TextField field = new TextField();
  private final ListView<PaletteIndex.Hit> list;
  private final VBox card = new VBox();

  /**
   * A palette.
   *
   * @param context is asked, each time it opens, for what can be gone to
   * @param go is told where to go, once the palette is closed
   */
  public Palette(BackgroundRunner runner, Supplier<PaletteContext> context, Consumer<Target> go) {
    this.context = context;
    this.model = new PaletteModel(runner, go);
    this.list = new ListView<>(model.hits());
    buildField();
    buildList();
    card.setId("palette");
    card.getStyleClass().addAll("zw-card", "palette");
    card.setPrefWidth(WIDTH);
    card.setMaxWidth(WIDTH);
    card.getChildren().setAll(field, list, foot());
    popup.getContent().add(card);
    popup.setAutoHide(true);
    popup.setAutoFix(true);
    popup.setHideOnEscape(false);
    popup.setOnHidden(_ -> model.close());
    popup.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    model.chosenProperty().addListener((_, _, now) -> choose(now.intValue()));
  }

  private void buildField() {
    field.setId("palette-field");
    field.setAccessibleText("Go to object, file, finding, control, or :line");
    field.setPromptText("Object, file, finding or control; :12 for a line");
    field.textProperty().bindBidirectional(model.queryProperty());
  }

  private void buildList() {
    list.setId("palette-list");
    list.setAccessibleText("Matches");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW_HEIGHT);
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.clamp(model.hits().size(), 1, ROWS) * ROW_HEIGHT + 2.0, model.hits()));
    list.setCellFactory(_ -> new PaletteCell(this::accept));
  }

  private Node foot() {
    Label summary = Widgets.label("", "zw-muted");
    summary.setId("palette-summary");
    summary.textProperty().bind(model.summaryProperty());
    HBox foot =
        new HBox(
            summary,
            Widgets.spacer(),
            Widgets.label("↑↓ select · Enter opens · Esc closes", "zw-muted"));
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("palette-foot");
    return foot;
  }

  /** Opens over the upper middle of a node's window. */
  public void show(Node owner) {
    PaletteContext now = context.get();
    model.open(now::index);
    PopupTheme.like(owner, card);
    Bounds window = owner.localToScreen(owner.getLayoutBounds());
    popup.show(
        owner,
        window.getMinX() + Math.max(0, (window.getWidth() - WIDTH) / 2),
        window.getMinY() + BELOW_TOP);
    field.requestFocus();
  }

  public boolean isShowing() {
    return popup.isShowing();
  }

  private void pressed(KeyEvent event) {
    int at = model.chosenProperty().get();
    switch (event.getCode()) {
      case DOWN -> model.choose(at + 1);
      case UP -> model.choose(at - 1);
      case PAGE_DOWN -> model.choose(at + ROWS);
      case PAGE_UP -> model.choose(at - ROWS);
      case ENTER -> accept();
      case ESCAPE -> popup.hide();
      case TAB -> {
        // there is nowhere else to go in here
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void accept() {
    if (model.accept()) {
      popup.hide();
    }
  }

  private void choose(int hit) {
    if (hit < 0) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().clearAndSelect(hit);
      list.scrollTo(Math.max(0, hit - ROWS + 2));
    }
  }
}
