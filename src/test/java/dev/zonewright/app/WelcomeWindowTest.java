package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.settings.ThemeChoice;
import dev.zonewright.settings.WindowPlace;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Where the window stands, what it shows before its first picture, and how it comes to the front.
 */
class WelcomeWindowTest extends ApplicationTest {
  private static final Rectangle2D SCREEN = new Rectangle2D(0, 24, 1366, 744);

  @TempDir Path folder;

  private ShellModel model = new Bench(Path.of("")).model();
  private Optional<Stage> window = Optional.empty();

  @Override
  public void start(Stage shown) {
    window = Optional.of(shown);
    model = Window.show(shown, BackgroundRunner.live());
  }

  @Test
  void aSecondStartBringsTheWindowBackAndOpensItsFiles() throws Exception {
    Path file = folder.resolve("later.yaml");
    Files.writeString(file, Bench.DEPLOYMENT);
    interact(() -> {
      Stage other = new Stage();
      other.setScene(new Scene(new Region(), 200, 100));
      other.show();
      other.requestFocus();
      stage().setIconified(true);
    });
    until(() -> stage().isIconified());

    interact(() -> Threads.welcome(stage(), model, List.of(file)));

    until(() -> stage().isFocused() && !stage().isIconified());
    until(() -> model.files().openFiles().files().size() == 1);
    interact(() ->
        List.copyOf(javafx.stage.Window.getWindows()).stream()
            .filter(w -> !w.equals(stage()))
            .forEach(javafx.stage.Window::hide));
  }

  @Test
  void behindEverythingIsTheGroundOfTheTheme() {
    for (ThemeChoice theme :
        List.of(ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST, ThemeChoice.LIGHT)) {
      interact(() -> model.preferences().change(s -> s.withTheme(theme)));
      interact(() -> {
        Region root = (Region) stage().getScene().getRoot();
        root.applyCss();
        assertThat(stage().getScene().getFill())
            .isEqualTo(root.getBackground().getFills().getFirst().getFill());
      });
    }
  }

  @Test
  void theTitleBarIsNeverAboveTheScreenAndNothingIsBesideIt() {
    WindowPlace above = new WindowPlace(100, -20, 900, 600, false);
    assertThat(StagePlace.within(above, SCREEN))
        .isEqualTo(new WindowPlace(100, 24, 900, 600, false));
    WindowPlace beside = new WindowPlace(1000, 500, 900, 600, true);
    assertThat(StagePlace.within(beside, SCREEN))
        .isEqualTo(new WindowPlace(466, 168, 900, 600, true));
  }

  @Test
  void aWindowOfALargerScreenIsMadeSmaller() {
    WindowPlace large = new WindowPlace(0, 0, 1920, 1080, false);
    assertThat(StagePlace.within(large, SCREEN))
        .isEqualTo(new WindowPlace(0, 24, 1366, 744, false));
    WindowPlace fits = new WindowPlace(20, 40, 1000, 700, false);
    assertThat(StagePlace.within(fits, SCREEN)).isEqualTo(fits);
  }

  private Stage stage() {
    return window.orElseThrow();
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
  }
}
