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
import org.jspecify.annotations.Nullable;

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
  // a window with a scene of its own: made when there is first something to propose
  private @Nullable Shown shown;

  /** What is seen of it. */
  private record Shown(Popup popup, ListView<Proposal> list, VBox card) {}

  /**
   * Gives an editor its completion.
   *
   * @param text what the area shows
   */
  public CompletionPopup(CodeArea area, CompletionText text) {
    this.area = area;
    this.text = text;
    this.model = new CompletionModel(text, text.isReview());
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

  private Shown build() {
    ListView<Proposal> list = new ListView<>(model.shown());
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
    VBox card = new VBox(list, keys);
    card.setId("completion");
    card.getStyleClass().addAll("zw-card", "completion");
    card.setPrefWidth(WIDTH);
    card.setMaxWidth(WIDTH);
    Popup popup = new Popup();
    popup.getContent().add(card);
    popup.setAutoHide(true);
    popup.setAutoFix(true);
    popup.setHideOnEscape(false);
    popup.setOnHidden(_ -> model.close());
    popup.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInList);
    return new Shown(popup, list, card);
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
    if (shown != null) {
      choose(shown, index);
    }
  }

  private static void choose(Shown in, int index) {
    if (index < 0) {
      in.list().getSelectionModel().clearSelection();
    } else {
      in.list().getSelectionModel().clearAndSelect(index);
      // a list that is not shown has no theme yet, and would be laid out for nothing
      if (in.popup().isShowing()) {
        scrollTo(in, index);
      }
    }
  }

  private static void scrollTo(Shown in, int index) {
    in.list().scrollTo(Math.max(0, index - ROWS + 2));
  }

  private void show(boolean open) {
    if (open) {
      Shown now = shown;
      if (now == null) {
        now = build();
        shown = now;
        choose(now, model.chosenProperty().get());
      }
      Bounds caret =
          area.getCaretBounds().orElseGet(() -> area.localToScreen(area.getBoundsInLocal()));
      PopupTheme.like(area, now.card());
      now.popup().show(area, caret.getMinX() - 10, caret.getMaxY() + 2);
      scrollTo(now, model.chosenProperty().get());
    } else if (shown != null) {
      shown.popup().hide();
    }
  }
}
