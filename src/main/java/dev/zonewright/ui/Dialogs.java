package dev.zonewright.ui;

import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
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
  }
}
