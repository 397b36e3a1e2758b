package dev.zonewright.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The ways to choose what to open. */
final class OpenChoices {
  private final Supplier<Window> window;
  private final Consumer<List<Path>> open;
  private final Optional<Path> sample;

  OpenChoices(Supplier<Window> window, Consumer<List<Path>> open, Optional<Path> sample) {
    this.window = window;
    this.open = open;
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
      open.accept(chosen.stream().map(File::toPath).toList());
    }
  }

  void folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open a folder of manifests");
    File chosen = chooser.showDialog(window.get());
    if (chosen != null) {
      open.accept(List.of(chosen.toPath()));
    }
  }

  void sample() {
    sample.ifPresent(path -> open.accept(List.of(path)));
  }
}
