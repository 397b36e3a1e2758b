package dev.zonewright.ui.dialog;

import dev.zonewright.ui.Clipboards;
import dev.zonewright.ui.Dialogs;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.stage.Window;

/** Shows a longer text, to be copied or saved; its result is whether it is to be saved. */
final class TextDialog extends Dialog<Boolean> {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 560;

  TextDialog(Window owner, String title, String text) {
    Dialogs.dress(this, owner);
    setTitle(title);
    setHeaderText(title);
    setResizable(true);
    ButtonType copy = new ButtonType("Copy", ButtonBar.ButtonData.LEFT);
    ButtonType save = new ButtonType("Save…", ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().setAll(copy, save, ButtonType.CLOSE);
    getDialogPane().setId("text-dialog");
    TextArea area = new TextArea(text);
    area.setId("text-dialog-text");
    area.setAccessibleText(title);
    area.setEditable(false);
    area.setWrapText(true);
    area.getStyleClass().add("mono");
    getDialogPane().setContent(area);
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
