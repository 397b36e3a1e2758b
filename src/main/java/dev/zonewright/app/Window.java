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
import java.util.function.Consumer;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window, wired by hand. */
public final class Window extends Application {
  // held, for a logger that nobody holds forgets its filter
  private static final Logger TOOLKIT = Logger.getLogger("javafx");
  private static final String CLASS_PATH = "Unsupported JavaFX configuration";

  // the toolkit makes the window itself, and hands on nothing but words
  private static final AtomicReference<@Nullable Reception> LATER = new AtomicReference<>();

  private static final int BARE_FRAMES = 4;

  // one to paint what the system asks for, one to bring it to the screen
  private static final int STEP_FRAMES = 2;

  private static final AtomicReference<@Nullable Throwable> FAILURE = new AtomicReference<>();

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
    Throwable failure = FAILURE.get();
    if (failure != null) {
      throw new IllegalStateException("The window could not be filled", failure);
    }
  }

  @Override
  public void start(Stage stage) {
    // until the window can tell of it, a failure ends the program rather than leave it bare
    Thread.setDefaultUncaughtExceptionHandler((_, failure) -> {
      FAILURE.set(failure);
      Platform.exit();
    });
    begin(
        stage,
        BackgroundRunner.live(),
        Optional.of(Launch.settingsFolder()),
        model -> ready(stage, model));
  }

  private void ready(Stage stage, ShellModel model) {
    model
        .decisions()
        .openReportsThrough(path -> getHostServices().showDocument(path.toUri().toString()));
    Launch launch = Launch.of(getParameters().getRaw());
    Threads.catchAll(model::unexpected);
    Threads.watchDisk(stage, model);
    model.files().started();
    // the empty window is painted before the first file is read
    if (launch.paths().isEmpty()) {
      Rehearsal.begin(model.themeProperty().get(), model.files().emptyProperty()::get, () -> {});
    } else {
      // says at once what is coming, not that nothing is opened
      model.status().reading(launch.paths());
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
    ShellModel model = model(runner, settings);
    frame(stage, model);
    fill(stage, model, runner);
    return model;
  }

  /**
   * Shows the bare window in the colours of its theme at once, and fills it once that is painted.
   *
   * @param settings the folder of the settings; empty to keep nothing
   * @param filled hears of the model when the window is whole, on the thread of the window
   */
  static void begin(
      Stage stage, BackgroundRunner runner, Optional<Path> settings, Consumer<ShellModel> filled) {
    ShellModel model = model(runner, settings);
    frame(stage, model);
    stage.show();
    // some systems put the first on the screen only a frame or two later, by this very thread
    later(
        stage,
        BARE_FRAMES,
        () -> {
          Themes.takeLook(model.themeProperty().get());
          later(stage, STEP_FRAMES, () -> build(stage, model, runner, filled));
        });
  }

  private static void build(
      Stage stage, ShellModel model, BackgroundRunner runner, Consumer<ShellModel> filled) {
    ShellView view = new ShellView(model, runner, Samples.find());
    later(
        stage,
        STEP_FRAMES,
        () -> {
          put(stage, model, view);
          filled.accept(model);
        });
  }

  /**
   * Does a step of filling once so many frames are painted, unless the window was closed meanwhile.
   * A busy system puts a window on the screen long after it was asked to. What was painted by then
   * is lost, and the window is black until this thread has time to paint it again.
   */
  private static void later(Stage stage, int frames, Runnable step) {
    Frames.after(
        stage,
        frames,
        () ->
            Platform.runLater(() -> {
              if (stage.isShowing()) {
                step.run();
              }
            }));
  }

  private static ShellModel model(BackgroundRunner runner, Optional<Path> settings) {
    OpenReview review = new OpenReview();
    Analyzer analyzer =
        new Analyzer(ControlCatalogue.all(), review::profile).declaring(review::declared);
    ShellModel model =
        new ShellModel(runner, new ManifestStore(), analyzer, Profile.EDERA_REFERENCE, settings);
    model.theme().systemIsDark(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    return model;
  }

  /** What a window is before anything is in it: its place, its colour, and its ways out. */
  private static void frame(Stage stage, ShellModel model) {
    stage.setTitle("Zonewright");
    Icons.put(stage);
    stage.setScene(new Scene(new Pane()));
    Themes.ground(stage.getScene(), model.themeProperty().get());
    StagePlace.restore(stage, model.preferences());
    WindowDialogs dialogs = new WindowDialogs(() -> stage);
    stage.setOnCloseRequest(event -> {
      if (!model.mayClose(dialogs, stage::close)) {
        event.consume();
      }
    });
    stage.setOnHidden(_ -> model.files().ended());
  }

  private static void fill(Stage stage, ShellModel model, BackgroundRunner runner) {
    Themes.takeLook(model.themeProperty().get());
    put(stage, model, new ShellView(model, runner, Samples.find()));
  }

  private static void put(Stage stage, ShellModel model, ShellView view) {
    Scene scene = stage.getScene();
    scene.setRoot(view.root());
    followSystem(scene, model);
    Themes.wear(scene, model.themeProperty());
    Themes.size(scene, model.preferences().settingsProperty());
    view.takeKeys();
    layOut(stage);
    stage.show();
    view.focusFirst();
  }

  /** The preferences of the system outlive the window, and would keep all that it ever showed. */
  private static void followSystem(Scene scene, ShellModel model) {
    ReadOnlyObjectProperty<ColorScheme> system = Platform.getPreferences().colorSchemeProperty();
    InvalidationListener look = _ -> model.theme().systemIsDark(system.get() == ColorScheme.DARK);
    look.invalidated(system);
    system.addListener(new WeakInvalidationListener(look));
    scene.getProperties().put(InvalidationListener.class, look);
  }

  /**
   * Before it is seen: until its first picture some systems show a window as a black hole. In a
   * bare window that is on the screen already, the scene is what is left beside the title bar.
   */
  private static void layOut(Stage stage) {
    Scene scene = stage.getScene();
    Parent root = scene.getRoot();
    if (!stage.isShowing()) {
      root.resize(stage.getWidth(), stage.getHeight());
    }
    root.applyCss();
    root.layout();
  }
}
