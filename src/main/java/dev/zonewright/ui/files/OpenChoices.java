package dev.zonewright.ui.files;

import dev.zonewright.ui.preferences.Preferences;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The ways to choose what to open. */
public final class OpenChoices {
  private final Supplier<Window> window;
  private final FileCommands files;
  private final Preferences preferences;
  private final Optional<Path> sample;

  public OpenChoices(
      Supplier<Window> window, FileCommands files, Preferences preferences, Optional<Path> sample) {
    this.window = window;
    this.files = files;
    this.preferences = preferences;
    this.sample = sample;
  }

  public boolean hasSample() {
    return sample.isPresent();
  }

  public void files() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open manifests");
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter("Manifests", "*.yaml", "*.yml", "*.json"),
            new FileChooser.ExtensionFilter("All files", "*"));
    beginning().ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
    List<File> chosen = chooser.showOpenMultipleDialog(window.get());
    if (chosen != null) {
      files.open(chosen.stream().map(File::toPath).toList());
    }
  }

  public void folder() {
    chosenFolder("Open a folder of manifests").ifPresent(folder -> files.open(List.of(folder)));
  }

  public void chart() {
    chosenFolder("Open a Helm chart").ifPresent(files::openChart);
  }

  private Optional<Path> chosenFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    beginning().ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
    return Optional.ofNullable(chooser.showDialog(window.get())).map(File::toPath);
  }

  /** Where choosing begins: beside the file on show, or where something was opened last. */
  public Optional<Path> beginning() {
    Optional<Path> shown =
        Optional.ofNullable(files.tabs().activeProperty().get())
            .filter(file -> !file.isUntitled())
            .map(file -> file.onDisk().path());
    return Stream.concat(shown.stream(), recent().stream())
        .map(Path::toAbsolutePath)
        .flatMap(
            path -> Stream.concat(Stream.of(path), Optional.ofNullable(path.getParent()).stream()))
        .filter(path -> path.toFile().isDirectory())
        .findFirst();
  }

  /** Opens what is in the clipboard: files as such, text as a manifest that is not saved. */
  public void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      files.open(clipboard.getFiles().stream().map(File::toPath).toList());
    } else {
      files.paste(clipboard.hasString() ? clipboard.getString() : "");
    }
  }

  /** Opens the sample as a copy: what is changed is never written into the program's folder. */
  public void sample() {
    sample.ifPresent(path -> files.openCopies(List.of(path)));
  }

  /** Files and folders that were opened before, the last first. */
  public List<Path> recent() {
    return preferences.now().recent().stream().map(Path::of).toList();
  }

  public void open(Path path) {
    files.open(List.of(path));
  }

  void forgetRecent() {
    preferences.change(s -> s.withoutRecent());
  }
}
