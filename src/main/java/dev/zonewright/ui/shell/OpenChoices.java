package dev.zonewright.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The ways to choose what to open. */
final class OpenChoices {
  private final Supplier<Window> window;
  private final Filing filing;
  private final Preferences preferences;
  private final Optional<Path> sample;

  OpenChoices(
      Supplier<Window> window, Filing filing, Preferences preferences, Optional<Path> sample) {
    this.window = window;
    this.filing = filing;
    this.preferences = preferences;
    this.sample = sample;
  }

  boolean hasSample() {
    return sample.isPresent();
  }

  void files() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open manifests");
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter("Manifests", "*.yaml", "*.yml", "*.json"),
            new FileChooser.ExtensionFilter("All files", "*"));
    List<File> chosen = chooser.showOpenMultipleDialog(window.get());
    if (chosen != null) {
      filing.open(chosen.stream().map(File::toPath).toList());
    }
  }

  void folder() {
    chosenFolder("Open a folder of manifests").ifPresent(folder -> filing.open(List.of(folder)));
  }

  void chart() {
    chosenFolder("Open a Helm chart").ifPresent(filing::openChart);
  }

  private Optional<Path> chosenFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(window.get())).map(File::toPath);
  }

  /** Opens what is in the clipboard: files as such, text as a manifest that is not saved. */
  void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      filing.open(clipboard.getFiles().stream().map(File::toPath).toList());
    } else {
      filing.paste(clipboard.hasString() ? clipboard.getString() : "");
    }
  }

  void sample() {
    sample.ifPresent(path -> filing.open(List.of(path)));
  }

  /** Files and folders that were opened before, the last first. */
  List<Path> recent() {
    return preferences.now().recent().stream().map(Path::of).toList();
  }

  void open(Path path) {
    filing.open(List.of(path));
  }

  void forgetRecent() {
    preferences.change(s -> s.withoutRecent());
  }
}
