package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.settings.ThemeChoice;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.review.Perspective;
import dev.zonewright.ui.review.ReviewPage;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.collections.ObservableList;
import javafx.css.CssParser;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The toolkit finds nothing wrong with the styles of the window: no rule, no colour is missing. */
class StyleFaultsTest extends ApplicationTest {
  @TempDir Path folder;

  private final ObservableList<CssParser.ParseError> faults = CssParser.errorsProperty();
  private Optional<Stage> stage = Optional.empty();
  private ShellModel model = new Bench(Path.of("")).model();

  @Override
  public void start(Stage shown) {
    stage = Optional.of(shown);
    model = Window.show(shown, BackgroundRunner.live());
  }

  @BeforeEach
  void forgetOthers() {
    interact(faults::clear);
  }

  @Test
  void noStyleIsMissingInAnyTheme() throws Exception {
    Path file = Files.writeString(folder.resolve("api.yaml"), Bench.DEPLOYMENT);
    interact(() -> model.open(List.of(file)));
    until(() -> !model.analysisProperty().get().findings().isEmpty());
    until(() -> lookup("#editor-text").tryQuery().isPresent());
    for (ThemeChoice theme :
        List.of(ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST, ThemeChoice.LIGHT)) {
      interact(() -> model.preferences().change(s -> s.withTheme(theme)));
      for (ReviewPage page : ReviewPage.values()) {
        interact(() -> {
          model.review().perspectiveProperty().set(Perspective.REVIEW);
          model.review().open(page);
        });
        WaitForAsyncUtils.waitForFxEvents();
      }
      interact(() -> model.review().perspectiveProperty().set(Perspective.MANIFESTS));
      WaitForAsyncUtils.waitForFxEvents();
    }
    assertThat(List.copyOf(faults)).isEmpty();
  }

  @Test
  void noStyleIsMissingInAMenuWhoseWindowIsReplaced() throws Exception {
    MenuButton menu = lookup("#menu").query();
    interact(menu::show);
    until(menu::isShowing);
    interact(() -> model = Window.show(stage.orElseThrow(), BackgroundRunner.live()));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(List.copyOf(faults)).isEmpty();
  }

  @Test
  void noStyleIsMissingInAMenuWhoseWindowIsClosed() throws Exception {
    MenuButton menu = lookup("#menu").query();
    interact(menu::show);
    until(menu::isShowing);
    interact(() -> stage.orElseThrow().close());
    WaitForAsyncUtils.waitForFxEvents();
    interact(() -> stage.orElseThrow().show());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(List.copyOf(faults)).isEmpty();
  }

  private static void until(Callable<Boolean> seen) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, seen);
  }
}
