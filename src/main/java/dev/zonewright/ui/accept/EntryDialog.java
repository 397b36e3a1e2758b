package dev.zonewright.ui.accept;

import dev.zonewright.review.edit.ReviewEdit;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.Dialogs;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.fix.DiffPane;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** A form on one side, on the other exactly what is written into the review file. */
abstract class EntryDialog extends Dialog<Optional<ReviewEdit.Made>> {
  private static final double FORM = 452;
  private static final double PREVIEW = 470;
  private static final double HEIGHT = 440;
  private static final List<Integer> DAYS = List.of(30, 90, 180, 365);

  private final EntryModel model;
  private final Label missing = Widgets.label("", "muted");
  private final Label fileWords = Widgets.label("", "muted");
  private final DiffPane diff = new DiffPane(true);
  private final VBox follows = new VBox();
  private final VBox form = new VBox();

  EntryDialog(Window owner, String title, EntryModel model) {
    this.model = model;
    Dialogs.dress(this, owner);
    setTitle(title);
    setResizable(true);
    ButtonType write = new ButtonType(model.actionText(), ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().setAll(ButtonType.CANCEL, write);
    getDialogPane().setId("entry-dialog");
    Button button = (Button) getDialogPane().lookupButton(write);
    button.setId("entry-write");
    button.getStyleClass().add("accent");
    // the words grow with the date
    button.setMinWidth(Button.USE_PREF_SIZE);
    ButtonBar.setButtonUniformSize(button, false);
    follows.getStyleClass().add("entry-follows");
    form.getStyleClass().add("entry-form");
    form.setPrefWidth(FORM);
    model
        .stateProperty()
        .subscribe(state -> {
          button.setText(model.actionText());
          button.setDisable(state.made().isEmpty());
          missing.setText(state.objection());
          diff.show(state.diff());
          int lines = state.diff().changedLines();
          fileWords.setText(
              state.isNewFile()
                  ? "a new file"
                  : lines == 1 ? "1 line changes" : lines + " lines change");
          say();
        });
    setResultConverter(
        pressed -> pressed == write ? model.stateProperty().get().made() : Optional.empty());
    KeyCombination key = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    getDialogPane()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (key.match(event) && !button.isDisabled()) {
                event.consume();
                button.fire();
              }
              tab(event);
            });
  }

  /** Nobody wants a tab in a sentence: the key leads on, as it does from the other fields. */
  private static void tab(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
    if (plain && event.getCode() == KeyCode.TAB && event.getTarget() instanceof TextArea text) {
      event.consume();
      text.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }

  /** What follows from the entry, in words. */
  abstract List<String> follows();

  private void say() {
    List<String> words =
        model.isCopied() ? List.of("Nothing changes until the entry is in the file.") : follows();
    follows.getChildren().setAll(words.stream().map(this::following).toList());
  }

  private Node following(String words) {
    Label label = Widgets.label(words);
    label.setWrapText(true);
    return label;
  }

  /** Puts the parts together; to be called once the form is filled. */
  final void build(Node head) {
    say();
    Label name = Widgets.label(FileNames.last(model.fileName()), "pane-title");
    name.setMinWidth(Label.USE_PREF_SIZE);
    Label kept = kept();
    if (model.isCopied()) {
      kept.setText("read-only: nothing is written");
    }
    HBox previewHead = new HBox(name, fileWords, Widgets.spacer(), kept);
    previewHead.setAlignment(Pos.CENTER_LEFT);
    previewHead.getStyleClass().add("pane-head");
    ScrollPane scroll = new ScrollPane(diff);
    scroll.setId("entry-preview");
    scroll.setAccessibleText("What is written to the review file");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox preview = new VBox(previewHead, scroll, follows);
    preview.setPrefWidth(PREVIEW);
    preview.getStyleClass().add("entry-preview");
    HBox.setHgrow(preview, Priority.ALWAYS);
    missing.setId("entry-missing");
    missing.setWrapText(true);
    form.getChildren().add(missing);
    HBox both = new HBox(form, preview);
    both.setPrefHeight(HEIGHT);
    VBox.setVgrow(both, Priority.ALWAYS);
    VBox content = new VBox(head, both);
    if (model.isCopied()) {
      content.getChildren().addFirst(readOnly());
    }
    content.getStyleClass().add("entry");
    getDialogPane().setContent(content);
  }

  /** Said before anybody types: what cannot be done, and what is done instead. */
  private Label readOnly() {
    Label label = Widgets.label(model.readOnlyWords(), "warn");
    label.setId("entry-read-only");
    label.setGraphic(Widgets.icon(Feather.LOCK));
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().add("entry-read-only");
    return label;
  }

  private static Label kept() {
    Label kept = Widgets.label("comments and order kept", "muted");
    kept.setMinWidth(0);
    return kept;
  }

  /** Alt with a letter leads to a part of the form. */
  final void key(KeyCode letter, Node to) {
    KeyCombination keys = new KeyCodeCombination(letter, KeyCombination.ALT_DOWN);
    getDialogPane()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (keys.match(event)) {
                event.consume();
                to.requestFocus();
              }
            });
  }

  /** Adds a part of the form under its heading. */
  final void field(String title, String hint, Node field) {
    HBox head = new HBox(Widgets.label(title, "row-title"), Widgets.label(hint, "muted"));
    head.setSpacing(8);
    head.setAlignment(Pos.BASELINE_LEFT);
    VBox part = new VBox(head, field);
    part.setSpacing(4);
    form.getChildren().add(part);
  }

  /** A field that proposes what the file has already. */
  static ComboBox<String> proposing(
      String id, String name, List<String> known, StringProperty value) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id);
    box.setAccessibleText(name);
    box.setEditable(true);
    box.getItems().setAll(known);
    box.setMaxWidth(Double.MAX_VALUE);
    box.getEditor().textProperty().bindBidirectional(value);
    return box;
  }

  /** The date with buttons for usual ones; what is too far off is not offered. */
  final Node dates() {
    TextField field = new TextField();
    field.setId("entry-expires");
    field.setAccessibleText("Last day, for example 2027-02-25");
    field.setPrefColumnCount(10);
    key(KeyCode.E, field);
    field.textProperty().bindBidirectional(model.expiresProperty());
    HBox row = new HBox(field);
    row.setSpacing(6);
    row.setAlignment(Pos.CENTER_LEFT);
    field.setMinWidth(TextField.USE_PREF_SIZE);
    for (int days : DAYS) {
      if (days <= model.longest()) {
        LocalDate day = model.today().plusDays(days);
        row.getChildren().add(quick("entry-days-" + days, days + " days", day));
      }
    }
    LocalDate yearEnd = model.today().with(TemporalAdjusters.lastDayOfYear());
    ToggleButton end = quick("entry-year-end", "Year end", yearEnd);
    if (yearEnd.isAfter(model.today().plusDays(model.longest()))) {
      end.setDisable(true);
      end.setAccessibleText("Year end is more than %d days away".formatted(model.longest()));
    }
    row.getChildren().add(end);
    Label when = Widgets.label("", "muted");
    when.setId("entry-when");
    model.expiresProperty().subscribe(_ -> when.setText(model.when()));
    return new VBox(row, when);
  }

  private ToggleButton quick(String id, String words, LocalDate day) {
    ToggleButton button = new ToggleButton(words);
    Widgets.named(button, id, words + ", until " + day);
    button.getStyleClass().add("small-button");
    button.setMinWidth(ToggleButton.USE_PREF_SIZE);
    model.expiresProperty().subscribe(now -> button.setSelected(now.equals(day.toString())));
    button.setOnAction(_ -> {
      model.expiresProperty().set(day.toString());
      button.setSelected(true);
    });
    return button;
  }
}
