package dev.zonewright.ui.dialog;

import dev.zonewright.ui.Clipboards;
import dev.zonewright.ui.Dialogs;
import dev.zonewright.ui.help.MarkdownText;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/**
 * Shows a longer text of Markdown, to be copied or saved as it is written; its result is whether it
 * is to be saved.
 */
final class TextDialog extends Dialog<Boolean> {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 560;

  TextDialog(Window owner, String title, String text) {
    Dialogs.dress(this, owner);
    setTitle(title);
    setHeaderText(title);
    setResizable(true);
    ButtonType copy = new ButtonType("Copy as Markdown", ButtonBar.ButtonData.LEFT);
    ButtonType save = new ButtonType("Save…", ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().setAll(copy, save, ButtonType.CLOSE);
    getDialogPane().setId("text-dialog");
    VBox body = new VBox();
    body.getStyleClass().add("runbook-body");
    body.getChildren().setAll(MarkdownText.renderCommands(text));
    ScrollPane scroll = new ScrollPane(body);
    scroll.setId("text-dialog-text");
    scroll.setAccessibleText(title);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getDialogPane().setContent(scroll);
    setOnShown(_ -> scroll.requestFocus());
    getDialogPane().setPrefSize(WIDTH, HEIGHT);
    if (getDialogPane().lookupButton(copy) instanceof Button button) {
      button.setId("text-dialog-copy");
      button.addEventFilter(
          ActionEvent.ACTION,
          event -> {
            // the text stays on show
            event.consume();
            Clipboards.put(text);
            button.setText("Copied");
          });
    }
    setResultConverter(save::equals);
  }
}
