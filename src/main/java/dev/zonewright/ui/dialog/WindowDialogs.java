package dev.zonewright.ui.dialog;

import dev.zonewright.analysis.FixRun;
import dev.zonewright.review.edit.ReviewEdit;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.Dialogs;
import dev.zonewright.ui.Widgets;
import dev.zonewright.ui.accept.AcceptDialog;
import dev.zonewright.ui.accept.AcceptModel;
import dev.zonewright.ui.accept.AttestDialog;
import dev.zonewright.ui.accept.AttestModel;
import dev.zonewright.ui.accept.Removal;
import dev.zonewright.ui.accept.RemoveDialog;
import dev.zonewright.ui.chart.ChartDialog;
import dev.zonewright.ui.chart.ChartModel;
import dev.zonewright.ui.compare.CompareDialog;
import dev.zonewright.ui.compare.Comparison;
import dev.zonewright.ui.fix.FixAllDialog;
import dev.zonewright.ui.fix.FixAllModel;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks in dialogs over the window. */
public final class WindowDialogs implements UserDialogs {
  private static final int MOST_NAMES = 8;

  private final Supplier<Window> window;
  private @Nullable ErrorDialog error;

  public WindowDialogs(Supplier<Window> window) {
    this.window = window;
  }

  @Override
  public Unsaved unsaved(List<String> files) {
    ButtonType save = new ButtonType("Save", ButtonBar.ButtonData.YES);
    ButtonType discard = new ButtonType("Close without saving", ButtonBar.ButtonData.NO);
    Alert alert =
        new Alert(
            Alert.AlertType.NONE, Widgets.shown(names(files)), save, discard, ButtonType.CANCEL);
    Dialogs.dress(alert, window.get());
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

  @Override
  public Optional<Path> saveAs(String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save " + Widgets.shown(name));
    Path known = Path.of(name);
    chooser.setInitialFileName(String.valueOf(known.getFileName()));
    Path folder = known.toAbsolutePath().getParent();
    if (folder != null && folder.toFile().isDirectory()) {
      chooser.setInitialDirectory(folder.toFile());
    }
    return Optional.ofNullable(chooser.showSaveDialog(window.get())).map(File::toPath);
  }

  @Override
  public Optional<String> ask(String title, String what, String usual) {
    TextInputDialog dialog = new TextInputDialog(usual);
    Dialogs.dress(dialog, window.get());
    dialog.setTitle(title);
    dialog.setHeaderText(title);
    dialog.setContentText(Widgets.shown(what));
    dialog.getEditor().setId("ask-word");
    return dialog.showAndWait().map(String::strip).filter(word -> !word.isEmpty());
  }

  @Override
  public boolean show(String title, String text) {
    return new TextDialog(window.get(), title, text).showAndWait().orElse(false);
  }

  @Override
  public Optional<Path> chooseFile(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showOpenDialog(window.get())).map(File::toPath);
  }

  @Override
  public Optional<Path> chooseFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(window.get())).map(File::toPath);
  }

  @Override
  public Optional<String> compare(Comparison comparison) {
    return new CompareDialog(window.get(), comparison).showAndWait().flatMap(answer -> answer);
  }

  @Override
  public Optional<String> render(ChartModel chart) {
    return new ChartDialog(window.get(), chart).showAndWait().flatMap(manifest -> manifest);
  }

  @Override
  public Optional<ReviewEdit.Made> accept(AcceptModel risk) {
    return new AcceptDialog(window.get(), risk).showAndWait().flatMap(edit -> edit);
  }

  @Override
  public Optional<ReviewEdit.Made> attest(AttestModel item) {
    return new AttestDialog(window.get(), item).showAndWait().flatMap(edit -> edit);
  }

  @Override
  public Optional<ReviewEdit.Made> remove(Removal entry) {
    return new RemoveDialog(window.get(), entry).showAndWait().flatMap(edit -> edit);
  }

  /** One dialog is enough: what goes wrong while it is open mostly has the same cause. */
  @Override
  public void tell(Unexpected what) {
    if (error == null) {
      ErrorDialog now = new ErrorDialog(window.get(), what);
      now.setOnHidden(_ -> error = null);
      error = now;
      now.show();
    }
  }
}
