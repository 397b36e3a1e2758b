package dev.zonewright.app;

import dev.zonewright.settings.SettingsFolder;
import dev.zonewright.text.EditSet;
import dev.zonewright.text.TextEdit;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.shell.ShellModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;

/** A real window that nobody sees: opens a file, writes a line above it, and waits to be killed. */
public final class KilledWindow extends Application {
  static final String LINE = "# not saved\n";

  static Process start(Path settings, Path file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true",
            "-D" + SettingsFolder.PROPERTY + "=" + settings,
            "-cp",
            System.getProperty("java.class.path"),
            Starter.class.getName(),
            file.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Override
  public void start(Stage stage) {
    Path settings = Launch.settingsFolder();
    ShellModel model = Window.show(stage, BackgroundRunner.live(), Optional.of(settings));
    model
        .tabs()
        .activeProperty()
        .addListener((_, _, file) -> {
          if (file != null) {
            edit(file);
          }
        });
    model.open(List.of(Path.of(getParameters().getRaw().getFirst())));
  }

  private static void edit(OpenFile file) {
    file.editor().apply(EditSet.of(TextEdit.insert(0, LINE)));
  }

  /** JavaFX wants a main class that is none of its own kind. */
  public static final class Starter {
    private Starter() {}

    /** Arguments: the file to open. */
    public static void main(String[] args) {
      Application.launch(KilledWindow.class, args);
    }
  }
}
