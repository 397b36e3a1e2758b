package dev.zonewright.ui.shell;

import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.preferences.KeyHint;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One line under the editor, for whoever is here for the first time. */
final class HintBar extends HBox {
  private static final double ONE_LINE = 680;

  /**
   * Builds the line.
   *
   * @param back gives the keyboard to where it belongs once the hint is gone
   */
  HintBar(KeyHint hint, Runnable back) {
    setId("key-hint");
    getStyleClass().add("hint-bar");
    setAlignment(Pos.CENTER_LEFT);
    Button read = new Button("Got it");
    Widgets.named(read, "key-hint-read", "Do not show this hint again");
    read.getStyleClass().addAll("flat", "small-button");
    read.setMinWidth(USE_PREF_SIZE);
    read.setOnAction(_ -> {
      hint.read();
      back.run();
    });
    FlowPane words =
        new FlowPane(
            Widgets.label("F2", "key-cap"),
            Widgets.label("goes to the next finding,", "muted"),
            Widgets.label("Alt+Enter", "key-cap"),
            Widgets.label("shows how to fix it,", "muted"),
            // not the question mark, which the editor takes as text
            Widgets.label("Shift+F1", "key-cap"),
            Widgets.label("shows all keys", "muted"));
    words.setPrefWrapLength(ONE_LINE);
    words.setAlignment(Pos.CENTER_LEFT);
    words.getStyleClass().add("hint-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(words, read);
    visibleProperty().bind(hint.shownProperty());
    managedProperty().bind(visibleProperty());
  }
}
