package dev.zonewright.ui.shell;

import dev.zonewright.analysis.FixRun;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.fix.FixAllDialog;
import dev.zonewright.ui.fix.FixAllModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/** Asks in dialogs over the window. */
public final class WindowDialogs implements ShellDialogs {
  private static final int MOST_NAMES = 8;

  private final Supplier<Window> window;

  public WindowDialogs(Supplier<Window> window) {
    this.window = window;
  }

  @Override
  public Unsaved unsaved(List<String> files) {
    ButtonType save = new ButtonType("Save", ButtonBar.ButtonData.YES);
    ButtonType discard = new ButtonType("Close without saving", ButtonBar.ButtonData.NO);
    Alert alert = new Alert(Alert.AlertType.NONE, names(files), save, discard, ButtonType.CANCEL);
    Scene scene = window.get().getScene();
    alert.initOwner(window.get());
    alert.getDialogPane().getStylesheets().setAll(scene.getStylesheets());
    alert
        .getDialogPane()
        .getStyleClass()
        .addAll(scene.getRoot().getStyleClass().stream().filter(c -> c.startsWith("zw-")).toList());
    alert.setTitle("Unsaved changes");
    alert.setHeaderText(
        Counts.say(files.size(), "file has", "files have") + " changes that are not saved");
    ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
    if (answer.equals(save)) {
      return Unsaved.SAVE;
    }
    return answer.equals(discard) ? Unsaved.DISCARD : Unsaved.STAY;
  }

  private static String names(List<String> files) {
    int more = files.size() - MOST_NAMES;
    String shown = String.join("\n", files.subList(0, Math.min(MOST_NAMES, files.size())));
    return more > 0 ? shown + "\nand " + more + " more" : shown;
  }

  @Override
  public Optional<FixRun> chooseFixes(FixAllModel model) {
    FixAllDialog dialog = new FixAllDialog(window.get().getScene().getRoot(), model);
    return dialog.showAndWait().flatMap(run -> run);
  }
}
