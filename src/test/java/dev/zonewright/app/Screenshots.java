package dev.zonewright.app;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.findings.Grouping;
import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.shell.ShellModel;
import dev.zonewright.ui.status.StatusModel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.fxmisc.richtext.CodeArea;

/**
 * Makes the pictures of the README and the manual: works through the main states of a window that
 * nobody sees, and writes what each looks like in each theme.
 *
 * <p>Arguments: the folder for the pictures, width, height, the themes and the states with commas
 * (all states where that says “all”), the manifests.
 */
public final class Screenshots {
  private static final Duration SETTLE = Duration.millis(400);

  private static final List<Theme> NONE = List.of();

  private final Stage stage;
  private final ShellModel model;
  private final Path folder;
  private final List<Theme> themes;
  private final List<String> states;
  private final Deque<Runnable> steps = new ArrayDeque<>();

  private Screenshots(Stage stage, List<String> args) {
    this.stage = stage;
    model = dev.zonewright.app.Window.show(stage, BackgroundRunner.live());
    stage.setWidth(Integer.parseInt(args.get(1)));
    stage.setHeight(Integer.parseInt(args.get(2)));
    folder = Path.of(args.getFirst());
    themes =
        Arrays.stream(args.get(3).split(",", -1))
            .map(name -> Theme.valueOf(name.toUpperCase(Locale.ROOT)))
            .toList();
    states = List.of(args.get(4).split(",", -1));
    state("start", () -> {}, () -> {});
    List<Path> manifests = args.subList(5, args.size()).stream().map(Path::of).toList();
    steps.add(() -> model.open(manifests));
    steps.add(this::chooseFinding);
    states();
    steps.add(Platform::exit);
    next();
  }

  /** Runs the tool. */
  public static void main(String[] args) {
    Application.launch(Tool.class, args);
  }

  /** Apart from the main class, which must be none of JavaFX's own kind. */
  public static final class Tool extends Application {
    @Override
    public void start(Stage stage) {
      new Screenshots(stage, getParameters().getRaw());
    }
  }

  private void states() {
    state("window", () -> {}, () -> {});
    over("fixes", () -> press(KeyCode.ENTER, false, true));
    over("completion", () -> press(KeyCode.SPACE, true, false));
    over("outline", () -> press(KeyCode.R, true, false));
    over("find", this::find);
    over("palette", () -> press(KeyCode.P, true, false));
    over("menu", () -> menu("#findings-group").show());
    over("keys", () -> item(menu("#menu").getItems(), "menu-keys").fire());
    over("manual", () -> item(menu("#menu").getItems(), "menu-manual").fire());
    over("fix-all", () -> menu("#fix-all-menu").getItems().getLast().fire());
    steps.add(() -> model.findings().groupingProperty().set(Grouping.CONTROL));
    state("findings", () -> {}, () -> {});
    state("overview", () -> model.review().open(ReviewPage.OVERVIEW), () -> {});
    state("reachability", () -> model.review().openReachability("globex"), () -> {});
    state("access", () -> model.review().open(ReviewPage.ACCESS), () -> {});
  }

  private void over(String name, Runnable begin) {
    state(name, begin, this::escape);
  }

  private void chooseFinding() {
    model.hint().read();
    model.analysisProperty().get().findings().stream()
        .filter(f -> f.finding().control().id().equals("privileged-container"))
        .findFirst()
        .ifPresent(model::choose);
    stage.getScene().lookup("#editor-text").requestFocus();
  }

  /** A picture of a state in each theme: what brings it about, and what ends it. */
  private void state(String name, Runnable begin, Runnable end) {
    for (Theme theme : states.contains("all") || states.contains(name) ? themes : NONE) {
      steps.add(() -> model.themeProperty().set(theme));
      steps.add(begin);
      steps.add(this::place);
      String file = name + "-" + theme.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
      steps.add(() -> Picture.write(stage, folder.resolve(file)));
      steps.add(end);
    }
  }

  // a picture is of what has been laid out and painted, which takes some pulses
  private void next() {
    new Timeline(new KeyFrame(SETTLE, _ -> step())).play();
  }

  private void step() {
    boolean ready =
        model.emptyProperty().get() || model.status().workProperty().get() == StatusModel.Work.DONE;
    Runnable step = ready ? steps.poll() : () -> {};
    // a step may open a dialog, which holds it up until a later one closes it; none may within
    // an animation
    next();
    if (step != null) {
      Platform.runLater(step);
    }
  }

  // a screen that nobody sees is smaller than the window, and would push the menu aside
  private void place() {
    CodeArea text = (CodeArea) stage.getScene().lookup("#editor-text");
    for (Window window : Window.getWindows()) {
      if (window instanceof PopupWindow popup && popup.getScene().lookup("#fix-list") != null) {
        popup.setAutoFix(false);
        text.getCaretBounds().ifPresent(caret -> popup.setAnchorX(caret.getMinX()));
      }
    }
  }

  private void find() {
    press(KeyCode.H, true, false);
    ((TextInputControl) stage.getScene().lookup("#find-text")).setText("securityContext");
  }

  private static MenuItem item(List<MenuItem> items, String id) {
    return items.stream()
        .flatMap(i -> i instanceof Menu menu ? menu.getItems().stream() : Stream.of(i))
        .filter(i -> id.equals(i.getId()))
        .findFirst()
        .orElseThrow();
  }

  private MenuButton menu(String query) {
    return (MenuButton) stage.getScene().lookup(query);
  }

  /** Closes what lies over the window, then what stands above the text. */
  private void escape() {
    List.copyOf(Window.getWindows()).stream().filter(w -> !w.equals(stage)).forEach(Window::hide);
    press(KeyCode.ESCAPE, false, false);
  }

  private void press(KeyCode code, boolean control, boolean alt) {
    Node focus = stage.getScene().getFocusOwner();
    Event.fireEvent(
        focus == null ? stage.getScene().getRoot() : focus,
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, alt, false));
  }
}
