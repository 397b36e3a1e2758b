package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A start with settings that nobody can read. */
class CorruptSettingsTest extends ApplicationTest {
  private static final String CORRUPT = "{\"theme\": ";

  @TempDir Path settings;

  @Override
  public void start(Stage stage) throws IOException {
    Files.writeString(settings.resolve("settings.json"), CORRUPT);
    Window.show(stage, BackgroundRunner.live(), Optional.of(settings));
  }

  @Test
  void theyAreSetAsideAndTheWindowSaysSoAboveItsStatusLine() throws IOException, TimeoutException {
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () ->
            WaitForAsyncUtils.asyncFx(() ->
                    lookup(".notification-bar .label")
                        .tryQuery()
                        .filter(Node::isVisible)
                        .isPresent())
                .get());
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(lookup(".notification-bar .label").<Labeled>query().getText())
        .contains("settings.unreadable.json");
    assertThat(Files.readString(settings.resolve("settings.unreadable.json"))).isEqualTo(CORRUPT);
    // it comes in from below
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(this::isAboveTheStatusLine).get());
  }

  private boolean isAboveTheStatusLine() {
    Bounds notice = boundsInWindow(".notification-bar > .pane");
    return notice.getHeight() > 10
        && notice.getMaxY() <= boundsInWindow(".status-line").getMinY() + 1;
  }

  private Bounds boundsInWindow(String what) {
    Node node = lookup(what).query();
    return node.localToScene(node.getBoundsInLocal());
  }
}
