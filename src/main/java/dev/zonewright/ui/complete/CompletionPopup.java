package dev.zonewright.ui.complete;

import dev.zonewright.ui.PopupTheme;
import dev.zonewright.ui.Widgets;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;

/** The list below the caret. The keyboard stays with the editor, so that typing goes on. */
public final class CompletionPopup {
  private static final KeyCombination ASK =
      new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);
  private static final double WIDTH = 430;
  private static final int ROWS = 9;
  private static final int ROW_HEIGHT = 24;

  private final CodeArea area;
  private final CompletionText text;
  private final CompletionModel model;
  private final Popup popup = new Popup();
  private final ListView<Proposal> list;
  private final VBox card = new VBox();

  /**
   * Gives an editor its completion.
   *
   * @param text what the area shows
   */
  public CompletionPopup(CodeArea area, CompletionText text) {
    this.area = area;
    this.text = text;
    this.model = new CompletionModel(text, text.isReview());
    this.list = new ListView<>(model.shown());
    build();
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInText);
    area.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    area.caretPositionProperty().addListener(_ -> model.moved(line(), area.getCaretColumn()));
    area.focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            model.close();
          }
        });
    model.chosenProperty().addListener((_, _, now) -> choose(now.intValue()));
    model.openProperty().addListener((_, _, now) -> show(now));
  }

  private void build() {
    list.setId("completion-list");
    list.setAccessibleText("Matching fields and values");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW_HEIGHT);
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.clamp(model.shown().size(), 1, ROWS) * ROW_HEIGHT + 2.0, model.shown()));
    list.setCellFactory(_ -> new ProposalCell(this::take));
    Label keys = Widgets.label("Enter or Tab inserts · Esc closes", "zw-muted");
    keys.getStyleClass().add("completion-foot");
    card.setId("completion");
    card.getStyleClass().addAll("zw-card", "completion");
    card.setPrefWidth(WIDTH);
    card.setMaxWidth(WIDTH);
    card.getChildren().setAll(list, keys);
    popup.getContent().add(card);
    popup.setAutoHide(true);
    popup.setAutoFix(true);
    popup.setHideOnEscape(false);
    popup.setOnHidden(_ -> model.close());
    popup.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInList);
  }

  private int line() {
    return text.caretLine();
  }

  private void pressedInText(KeyEvent event) {
    if (ASK.match(event) && area.isEditable()) {
      model.ask(line(), area.getCaretColumn());
      event.consume();
    }
  }

  private void typed(KeyEvent event) {
    boolean writes =
        !event.isShortcutDown()
            && !event.isControlDown()
            && !event.getCharacter().isEmpty()
            && !Character.isISOControl(event.getCharacter().charAt(0));
    if (writes && area.isEditable() && area.getSelection().getLength() == 0) {
      model.typed(line(), area.getCaretColumn());
    }
  }

  private void pressedInList(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown() || event.isControlDown()) {
      return;
    }
    int at = model.chosenProperty().get();
    switch (event.getCode()) {
      case DOWN -> model.choose(at + 1);
      case UP -> model.choose(at - 1);
      case PAGE_DOWN -> model.choose(at + ROWS);
      case PAGE_UP -> model.choose(at - ROWS);
      case ENTER, TAB -> take();
      case ESCAPE -> model.close();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void take() {
    model
        .take()
        .ifPresent(taken -> {
          text.write(taken.line(), taken.edit(), taken.caret());
          if (taken.goesOn()) {
            model.ask(line(), area.getCaretColumn());
          }
        });
  }

  private void choose(int index) {
    if (index < 0) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().clearAndSelect(index);
      // a list that is not shown has no theme yet, and would be laid out for nothing
      if (popup.isShowing()) {
        scrollTo(index);
      }
    }
  }

  private void scrollTo(int index) {
    list.scrollTo(Math.max(0, index - ROWS + 2));
  }

  private void show(boolean open) {
    if (!open) {
      popup.hide();
      return;
    }
    Bounds caret =
        area.getCaretBounds().orElseGet(() -> area.localToScreen(area.getBoundsInLocal()));
    PopupTheme.like(area, card);
    popup.show(area, caret.getMinX() - 10, caret.getMaxY() + 2);
    scrollTo(model.chosenProperty().get());
  }
}
