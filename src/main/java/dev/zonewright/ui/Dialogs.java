package dev.zonewright.ui;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** What all dialogs have in common. */
public final class Dialogs {
  private static final String THEME = "zw-";

  private Dialogs() {}

  /** Puts a dialog over a window, in the same colours. */
  public static void dress(Dialog<?> dialog, Window owner) {
    dialog.initOwner(owner);
    Scene scene = owner.getScene();
    DialogPane pane = dialog.getDialogPane();
    pane.getStylesheets().setAll(scene.getStylesheets());
    List<String> classes = scene.getRoot().getStyleClass();
    wear(pane, classes);
    ListChangeListener<String> following = _ -> wear(pane, classes);
    scene.getRoot().getStyleClass().addListener(following);
    dialog.addEventHandler(
        DialogEvent.DIALOG_HIDDEN, _ -> scene.getRoot().getStyleClass().removeListener(following));
    behave(dialog);
  }

  /**
   * Has Escape leave a dialog from wherever the keyboard is, and has it measured with its styles
   * and its skins: without, it comes up too small and grows before the eyes of the person.
   */
  public static void behave(Dialog<?> dialog) {
    DialogPane keys = dialog.getDialogPane();
    keys.addEventFilter(KeyEvent.KEY_PRESSED, event -> cancel(keys, event));
    dialog.addEventHandler(
        DialogEvent.DIALOG_SHOWING,
        _ -> {
          DialogPane pane = dialog.getDialogPane();
          pane.applyCss();
          pane.layout();
        });
  }

  // between two themes the window has none for a moment
  private static void wear(DialogPane pane, List<String> classes) {
    List<String> now = classes.stream().filter(c -> c.startsWith(THEME)).toList();
    List<String> was = pane.getStyleClass().stream().filter(c -> c.startsWith(THEME)).toList();
    if (!now.isEmpty() && !now.equals(was)) {
      pane.getStyleClass().removeAll(was);
      pane.getStyleClass().addAll(now);
    }
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
