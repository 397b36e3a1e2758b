package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.checklist.ChecklistItem;
import dev.zonewright.settings.ThemeChoice;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.compare.Comparison;
import dev.zonewright.ui.dialog.Unexpected;
import dev.zonewright.ui.dialog.WindowDialogs;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.FixScope;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Every dialog comes up in the size that it keeps, and nothing in it is cut. */
class DialogsWindowTest extends ApplicationTest {
  private static final int LONG = 40;

  @TempDir Path folder;

  private ShellModel model = new Bench(Path.of("")).model();
  private Optional<Stage> window = Optional.empty();
  private Optional<Dimension2D> shown = Optional.empty();
  private final Set<String> faults = new LinkedHashSet<>();

  @Override
  public void start(Stage stage) {
    window = Optional.of(stage);
    model = Window.show(stage, BackgroundRunner.live());
    javafx.stage.Window.getWindows()
        .addListener(
            (ListChangeListener<javafx.stage.Window>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().stream()
                        .filter(Stage.class::isInstance)
                        .forEach(this::measure);
                  }
                });
  }

  private void measure(javafx.stage.Window dialog) {
    dialog.addEventHandler(
        WindowEvent.WINDOW_SHOWN,
        _ -> shown = Optional.of(new Dimension2D(dialog.getWidth(), dialog.getHeight())));
  }

  @Test
  void everyDialogHasItsSizeFromTheStartAndIsWhole() throws Exception {
    for (String name : List.of("agent", "globex", "platform", "cluster")) {
      Files.copy(Path.of("assets/samples", name + ".yaml"), folder.resolve(name + ".yaml"));
    }
    interact(() -> model.open(List.of(folder)));
    until(() -> model.review().factsProperty().get().risk("globex").isPresent());
    until(() -> lookup("#help-title").tryQuery().isPresent());
    for (ThemeChoice theme :
        List.of(ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST)) {
      interact(() -> model.preferences().change(s -> s.withTheme(theme)));
      for (Map.Entry<String, Runnable> dialog : dialogs().entrySet()) {
        look(dialog.getKey() + " " + theme.word(), dialog.getValue());
      }
    }
    assertThat(String.join("\n", faults)).isEmpty();
  }

  private Map<String, Runnable> dialogs() {
    WindowDialogs dialogs = new WindowDialogs(this::stage);
    String lines =
        IntStream.range(0, LONG)
            .mapToObj("- step %d of what to do about it"::formatted)
            .collect(Collectors.joining("\n"));
    Map<String, Runnable> all = new LinkedHashMap<>();
    all.put("one unsaved", () -> dialogs.unsaved(List.of("platform.yaml")));
    all.put(
        "many unsaved",
        () ->
            dialogs.unsaved(
                IntStream.range(0, LONG).mapToObj("teams/acme/web/%d.yaml"::formatted).toList()));
    all.put("word", () -> dialogs.ask("Revision", "Branch, tag or commit", "main"));
    all.put("runbook", () -> dialogs.show("Incident runbook of acme/api", lines));
    all.put(
        "compare",
        () ->
            dialogs.compare(
                new Comparison(
                    "Changed on disk",
                    List.of(
                        Comparison.text("a.yaml", "on disk", "a: 1\n", "here, not saved", "a: 2\n"),
                        Comparison.text(
                            "b.yaml", "on disk", "b: 1\n", "here, not saved", "b: 2\n")),
                    List.of("Take the text of the disk", "Keep mine"))));
    all.put(
        "accept",
        () ->
            model
                .decisions()
                .accept(model.analysisProperty().get().findings().getFirst(), dialogs));
    all.put(
        "attest",
        () -> model.decisions().attest(ChecklistItem.ZONE_RESTARTS_WATCHED, "acme", dialogs));
    all.put(
        "error",
        () ->
            dialogs.tell(
                Unexpected.of(new IllegalStateException("too long a day"), 2, Optional.empty())));
    all.put("keys", () -> push(stage(), KeyCode.F1, true, false));
    all.put("about", () -> item("menu-about").fire());
    all.put("fix all", () -> model.fixAll(FixScope.EVERYTHING, dialogs));
    return all;
  }

  private MenuItem item(String id) {
    return lookup("#menu").queryAs(MenuButton.class).getItems().stream()
        .flatMap(group -> ((Menu) group).getItems().stream())
        .filter(i -> id.equals(i.getId()))
        .findFirst()
        .orElseThrow();
  }

  private void push(Stage to, KeyCode code, boolean shift, boolean control) {
    javafx.event.Event.fireEvent(
        to.getScene().getFocusOwner(),
        new javafx.scene.input.KeyEvent(
            javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
  }

  private void look(String name, Runnable dialog) throws Exception {
    shown = Optional.empty();
    Platform.runLater(dialog);
    until(() -> shown.isPresent());
    WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
    interact(() -> {
      javafx.stage.Window now = over();
      Dimension2D first = shown.orElseThrow();
      if (first.getWidth() != now.getWidth() || first.getHeight() != now.getHeight()) {
        faults.add(
            "%s: %.0f×%.0f became %.0f×%.0f"
                .formatted(
                    name, first.getWidth(), first.getHeight(), now.getWidth(), now.getHeight()));
      }
      CutWalk.of(now.getScene()).forEach(fault -> faults.add(name + ": " + fault));
    });
    Platform.runLater(() -> over().hide());
    until(() -> javafx.stage.Window.getWindows().size() == 1);
  }

  private javafx.stage.Window over() {
    return javafx.stage.Window.getWindows().stream()
        .filter(w -> w instanceof Stage && !w.equals(stage()))
        .findFirst()
        .orElseThrow();
  }

  private Stage stage() {
    return window.orElseThrow();
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
  }
}
