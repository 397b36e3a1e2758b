package dev.zonewright.ui.dialog;

import dev.zonewright.ui.Clipboards;
import dev.zonewright.ui.Dialogs;
import dev.zonewright.ui.Widgets;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/** Says calmly that something went wrong, and what became of the texts. */
final class ErrorDialog extends Dialog<ButtonType> {
  private static final int WIDTH = 640;
  private static final int ROWS = 10;

  ErrorDialog(Window owner, Unexpected what) {
    Dialogs.dress(this, owner);
    initModality(Modality.WINDOW_MODAL);
    setTitle("Something went wrong");
    setResizable(true);
    getDialogPane().setId("unexpected");
    getDialogPane().setHeaderText("An unexpected error occurred");
    Label promise = new Label(what.promise());
    promise.setId("unexpected-promise");
    promise.setWrapText(true);
    Label summary = Widgets.label(what.summary(), "muted");
    summary.setWrapText(true);
    TextArea details = new TextArea(what.details());
    details.setId("unexpected-details");
    details.setAccessibleText("Error details");
    details.setEditable(false);
    details.setPrefRowCount(ROWS);
    details.getStyleClass().add("command-text");
    VBox.setVgrow(details, Priority.ALWAYS);
    Label how = Widgets.label("The details do not include manifest names or contents.", "muted");
    getDialogPane().setContent(new VBox(10, promise, how));
    VBox fold = new VBox(10, summary, details);
    fold.setId("unexpected-fold");
    getDialogPane().setExpandableContent(fold);
    getDialogPane().setPrefWidth(WIDTH);
    ButtonType copy = new ButtonType("Copy details", ButtonBar.ButtonData.LEFT);
    getDialogPane()
        .getButtonTypes()
        .setAll(copy, new ButtonType("Continue", ButtonBar.ButtonData.CANCEL_CLOSE));
    Node button = getDialogPane().lookupButton(copy);
    button.setId("unexpected-copy");
    button.addEventFilter(
        ActionEvent.ACTION,
        e -> {
          e.consume();
          Clipboards.put(what.details());
        });
  }
}
