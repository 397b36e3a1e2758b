package dev.zonewright.app;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.shell.ShellModel;
import dev.zonewright.ui.shell.ShellView;
import dev.zonewright.ui.shell.Themes;
import dev.zonewright.ui.shell.WindowDialogs;
import dev.zonewright.workspace.ManifestStore;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window, wired by hand. */
public final class Window extends Application {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  /** Opens the window and returns when it is closed. */
  static void open(String[] paths) {
    Application.launch(Window.class, paths);
  }

  @Override
  public void start(Stage stage) {
    ShellModel model = show(stage, BackgroundRunner.live());
    List<Path> paths = getParameters().getRaw().stream().map(Path::of).toList();
    // the empty window is painted before the first file is read
    Platform.runLater(() -> model.open(paths));
  }

  /**
   * Fills a stage and shows it.
   *
   * @return the model of the window, for those who drive it
   */
  public static ShellModel show(Stage stage, BackgroundRunner runner) {
    Profile profile = Profile.EDERA_REFERENCE;
    Analyzer analyzer = new Analyzer(ControlCatalogue.all(), profile);
    ShellModel model = new ShellModel(runner, new ManifestStore(), analyzer, profile);
    ShellView view = new ShellView(model, runner, Samples.find());
    // no larger than what the screen can show
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            view.root(), Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
    Themes.wear(scene, model.themeProperty());
    view.takeKeys();
    stage.setTitle("Zonewright");
    stage.setScene(scene);
    WindowDialogs dialogs = new WindowDialogs(() -> stage);
    stage.setOnCloseRequest(event -> {
      if (!model.mayClose(dialogs, stage::close)) {
        event.consume();
      }
    });
    stage.show();
    view.root().requestFocus();
    return model;
  }
}
