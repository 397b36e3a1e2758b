package dev.zonewright.ui.editor.find;

import dev.zonewright.ui.Widgets;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Find and replace, in one or two rows above the text. */
public final class FindBar extends VBox {
  private static final double FIELD = 260;
  private static final double COUNT = 110;

  private final FindModel model;
  private final Runnable close;
  private final TextField query = field("find-text", "Find");
  private final TextField replacement = field("find-replacement", "Replace with");
  private final HBox second;

  /** A bar; {@code close} takes it away and gives the focus back to the text. */
  public FindBar(FindModel model, Runnable close) {
    this.model = model;
    this.close = close;
    getStyleClass().add("zw-bar");
    setId("find-bar");
    query.textProperty().bindBidirectional(model.queryProperty());
    replacement.textProperty().bindBidirectional(model.replacementProperty());
    second = row(replacement, replaceButton(), replaceAllButton());
    second.setId("find-replace-row");
    getChildren().setAll(first(), second, trouble());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private HBox first() {
    Label count = new Label();
    count.setId("find-count");
    count.setMinWidth(COUNT);
    count.textProperty().bind(model.countProperty());
    count.getStyleClass().add("zw-muted");
    Button previous =
        Widgets.iconButton("find-previous", Feather.ARROW_UP, "Previous match (Shift+Enter)");
    previous.setOnAction(_ -> model.previous());
    Button next = Widgets.iconButton("find-next", Feather.ARROW_DOWN, "Next match (Enter)");
    next.setOnAction(_ -> model.next());
    Button done = Widgets.iconButton("find-close", Feather.X, "Close (Esc)");
    done.setOnAction(_ -> close.run());
    return row(
        query,
        toggle("find-case", "Aa", "Match case (Alt+C)", model.matchCaseProperty()),
        toggle("find-word", "W", "Whole words (Alt+W)", model.wholeWordProperty()),
        toggle("find-regex", ".*", "Regular expression (Alt+X)", model.regexProperty()),
        previous,
        next,
        count,
        Widgets.spacer(),
        done);
  }

  private Button replaceButton() {
    Button button = Widgets.named(new Button("Replace"), "find-replace", "Replace (Enter)");
    button.setOnAction(_ -> model.replace());
    return button;
  }

  private Button replaceAllButton() {
    Button button =
        Widgets.named(new Button("Replace all"), "find-replace-all", "Replace all (Ctrl+Enter)");
    button.setOnAction(_ -> model.replaceAll());
    return button;
  }

  private Label trouble() {
    Label trouble = new Label();
    trouble.setId("find-trouble");
    trouble.getStyleClass().add("zw-trouble");
    trouble.setWrapText(true);
    trouble.textProperty().bind(model.troubleProperty());
    trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    return trouble;
  }

  private static TextField field(String id, String name) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(name);
    field.setAccessibleText(name);
    field.setPrefWidth(FIELD);
    field.setMinWidth(FIELD / 2);
    return field;
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("zw-bar-row");
    return row;
  }

  private static ToggleButton toggle(String id, String text, String name, BooleanProperty on) {
    ToggleButton toggle = Widgets.named(new ToggleButton(text), id, name);
    toggle.getStyleClass().add("zw-bar-toggle");
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.selectedProperty().bindBidirectional(on);
    return toggle;
  }

  /** Takes the focus, with or without the row for replacing. */
  public void begin(boolean replace) {
    second.setVisible(replace);
    second.setManaged(replace);
    query.requestFocus();
    query.selectAll();
  }

  private void pressed(KeyEvent event) {
    boolean inReplacement = replacement.isFocused();
    boolean inField = inReplacement || query.isFocused();
    Runnable action =
        switch (event.getCode()) {
          case ESCAPE -> close;
          case F3 -> event.isShiftDown() ? model::previous : model::next;
          case F -> event.isShortcutDown() ? () -> begin(second.isVisible()) : null;
          case H -> event.isShortcutDown() ? () -> begin(true) : null;
          case C -> event.isAltDown() ? () -> flip(model.matchCaseProperty()) : null;
          case W -> event.isAltDown() ? () -> flip(model.wholeWordProperty()) : null;
          case X -> event.isAltDown() ? () -> flip(model.regexProperty()) : null;
          case ENTER -> inField && !event.isAltDown() ? enter(event, inReplacement) : null;
          default -> null;
        };
    if (action != null) {
      event.consume();
      action.run();
    }
  }

  private Runnable enter(KeyEvent event, boolean inReplacement) {
    if (event.isShiftDown()) {
      return model::previous;
    }
    if (event.isShortcutDown()) {
      return second.isVisible() ? model::replaceAll : model::next;
    }
    return inReplacement ? model::replace : model::next;
  }

  private static void flip(BooleanProperty property) {
    property.set(!property.get());
  }
}
