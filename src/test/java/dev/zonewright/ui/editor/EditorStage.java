package dev.zonewright.ui.editor;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The editor alone in a window, in light colours. */
public final class EditorStage {
  private EditorStage() {}

  /** Shows a view and gives it the keyboard. */
  public static void show(Stage stage, EditorView view) {
    StackPane root = new StackPane();
    root.getStyleClass().add("zw-light");
    Scene scene = new Scene(root, 900, 500);
    scene.getStylesheets().addAll(EditorStyles.sheets());
    // into a scene that is there, as in the window: before, the root does not have its colours yet
    root.getChildren().add(view.node());
    // the stage is that of the test before, which may have asked for more room
    stage.setMinWidth(0);
    stage.setMinHeight(0);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
    view.requestFocus();
  }
}
