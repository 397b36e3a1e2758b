package dev.zonewright.ui;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** What all dialogs have in common. */
public final class Dialogs {
  private Dialogs() {}

  /** Puts a dialog over a window, in the same colours. */
  public static void dress(Dialog<?> dialog, Window owner) {
    dialog.initOwner(owner);
    Scene scene = owner.getScene();
    DialogPane pane = dialog.getDialogPane();
    pane.getStylesheets().setAll(scene.getStylesheets());
    pane.getStyleClass()
        .addAll(scene.getRoot().getStyleClass().stream().filter(c -> c.startsWith("zw-")).toList());
    pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> cancel(pane, event));
  }

  // lists, trees and tables keep Escape for an edit that none of ours has
  private static void cancel(DialogPane pane, KeyEvent event) {
    boolean kept =
        event.getTarget() instanceof ListView
            || event.getTarget() instanceof TreeView
            || event.getTarget() instanceof TableView;
    if (event.getCode() == KeyCode.ESCAPE && kept) {
      pane.getButtonTypes().stream()
          .filter(type -> type.getButtonData().isCancelButton())
          .findFirst()
          .ifPresent(type -> {
            event.consume();
            ((Button) pane.lookupButton(type)).fire();
          });
    }
  }
}
