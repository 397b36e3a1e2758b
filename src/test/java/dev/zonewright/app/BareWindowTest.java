package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.shell.ShellModel;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Parent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A window is on the screen before anything is in it, and then filled. */
class BareWindowTest extends ApplicationTest {
  private final AtomicReference<@Nullable ShellModel> filled = new AtomicReference<>();
  private @Nullable Stage shown;
  private boolean showing;
  private @Nullable Parent bare;
  private final AtomicInteger frames = new AtomicInteger();
  private final AtomicInteger framesBefore = new AtomicInteger();

  @Override
  public void start(Stage stage) {
    Window.begin(
        stage,
        BackgroundRunner.live(),
        Optional.empty(),
        model -> {
          framesBefore.set(frames.get());
          filled.set(model);
        });
    stage.getScene().addPostLayoutPulseListener(frames::incrementAndGet);
    shown = stage;
    showing = stage.isShowing();
    bare = stage.getScene().getRoot();
  }

  @Test
  void aBareWindowIsShownInItsColoursAndThenFilled() throws Exception {
    Stage stage = Objects.requireNonNull(shown);
    assertThat(showing).isTrue();
    assertThat(Objects.requireNonNull(bare).getChildrenUnmodifiable()).isEmpty();
    assertThat(stage.getScene().getFill()).isIn(Color.WHITE, Color.web("#0d1117"), Color.BLACK);

    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> filled.get() != null);
    assertThat(stage.getScene().getRoot()).isNotSameAs(bare);
    assertThat(stage.getScene().lookup("#menu")).isNotNull();
    assertThat(stage.getScene().getRoot().getStyleClass())
        .anyMatch(style -> style.startsWith("zw-"));
  }

  /** A window that comes to the screen late is black until this thread paints it again. */
  @Test
  void whileItIsFilledItIsPaintedInBetween() throws Exception {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> filled.get() != null);
    int before = 4;
    int betweenEach = 2;
    assertThat(framesBefore.get()).isGreaterThanOrEqualTo(before + 2 * betweenEach);
  }
}
