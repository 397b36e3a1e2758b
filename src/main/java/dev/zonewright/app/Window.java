package dev.zonewright.app;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.dialog.WindowDialogs;
import dev.zonewright.ui.preferences.Themes;
import dev.zonewright.ui.review.OpenReview;
import dev.zonewright.ui.shell.ShellModel;
import dev.zonewright.ui.shell.ShellView;
import dev.zonewright.workspace.ManifestStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window, wired by hand. */
public final class Window extends Application {
  // held, for a logger that nobody holds forgets its filter
  private static final Logger TOOLKIT = Logger.getLogger("javafx");
  private static final String CLASS_PATH = "Unsupported JavaFX configuration";

  // the toolkit makes the window itself, and hands on nothing but words
  private static final AtomicReference<@Nullable Reception> LATER = new AtomicReference<>();

  /**
   * Opens the window and returns when it is closed.
   *
   * @param later what brings the files of later starts
   */
  static void open(List<String> arguments, Reception later) {
    LATER.set(later);
    // JavaFX warns of each program that brings it along on its class path, where it works well
    TOOLKIT.setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith(CLASS_PATH));
    Application.launch(Window.class, arguments.toArray(String[]::new));
  }

  @Override
  public void start(Stage stage) {
    Path settings = Launch.settingsFolder();
    ShellModel model = show(stage, BackgroundRunner.live(), Optional.of(settings));
    model
        .decisions()
        .openReportsThrough(path -> getHostServices().showDocument(path.toUri().toString()));
    Launch launch = Launch.of(getParameters().getRaw());
    Threads.catchAll(model::unexpected);
    Threads.watchDisk(stage, model);
    model.files().started();
    // the empty window is painted before the first file is read
    if (launch.paths().isEmpty()) {
      Rehearsal.begin(model.themeProperty().get(), () -> {});
    } else {
      Frames.after(stage, 1, () -> Platform.runLater(() -> model.open(launch.paths())));
    }
    Optional.ofNullable(LATER.get()).ifPresent(later -> Threads.answer(later, stage, model));
  }

  /**
   * Fills a stage and shows it; nothing is kept from one start to the next.
   *
   * @return the model of the window, for those who drive it
   */
  public static ShellModel show(Stage stage, BackgroundRunner runner) {
    return show(stage, runner, Optional.empty());
  }

  /**
   * Fills a stage and shows it.
   *
   * @param settings the folder of the settings; empty to keep nothing
   * @return the model of the window, for those who drive it
   */
  public static ShellModel show(Stage stage, BackgroundRunner runner, Optional<Path> settings) {
    Profile profile = Profile.EDERA_REFERENCE;
    OpenReview review = new OpenReview();
    Analyzer analyzer =
        new Analyzer(ControlCatalogue.all(), review::profile).declaring(review::agents);
    ShellModel model = new ShellModel(runner, new ManifestStore(), analyzer, profile, settings);
    Platform.Preferences system = Platform.getPreferences();
    model.theme().systemIsDark(system.getColorScheme() == ColorScheme.DARK);
    Themes.takeLook(model.themeProperty().get());
    ShellView view = new ShellView(model, runner, Samples.find());
    Scene scene = new Scene(view.root());
    system
        .colorSchemeProperty()
        .subscribe(scheme -> model.theme().systemIsDark(scheme == ColorScheme.DARK));
    Themes.wear(scene, model.themeProperty());
    Themes.size(scene, model.preferences().settingsProperty());
    view.takeKeys();
    stage.setTitle("Zonewright");
    Icons.put(stage);
    stage.setScene(scene);
    StagePlace.restore(stage, model.preferences());
    WindowDialogs dialogs = new WindowDialogs(() -> stage);
    stage.setOnCloseRequest(event -> {
      if (!model.mayClose(dialogs, stage::close)) {
        event.consume();
      }
    });
    stage.setOnHidden(_ -> model.files().ended());
    layOut(view.root(), stage);
    stage.show();
    view.focusFirst();
    return model;
  }

  /** Before it is seen: until its first picture some systems show a window as a black hole. */
  private static void layOut(Parent root, Stage stage) {
    root.resize(stage.getWidth(), stage.getHeight());
    root.applyCss();
    root.layout();
  }
}
