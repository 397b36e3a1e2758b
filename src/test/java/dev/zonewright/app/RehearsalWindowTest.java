package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.preferences.Theme;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** The empty window rehearses what fills it, as long as nothing else is to be done. */
class RehearsalWindowTest extends ApplicationTest {
  private static final int TIMEOUT_SECONDS = 300;

  private final AtomicReference<@Nullable Rehearsal> begun = new AtomicReference<>();

  @Override
  public void start(Stage stage) {
    // the toolkit has frames while there is a window
    stage.setScene(new Scene(new Pane()));
    stage.show();
  }

  /** Rehearses while this holds, and gives back what was rehearsed. */
  private Rehearsal rehearseWhile(Predicate<@Nullable Rehearsal> wanted) throws Exception {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Platform.runLater(() ->
        begun.set(
            Rehearsal.begin(
                Theme.LIGHT, () -> wanted.test(begun.get()), () -> done.complete(true))));
    assertThat(done.get(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    return Objects.requireNonNull(begun.get());
  }

  // where the panels are not found, their first cells are made by the first file
  @Test
  void rowsAndLinesAreMadeInAllPanels() throws Exception {
    Rehearsal rehearsal = rehearseWhile(now -> now == null || now.filled().size() < 4);

    assertThat(rehearsal.filled())
        .containsExactly("editor-panel", "findings-panel", "risk-panel", "tree-panel");
  }

  @Test
  void itEndsAtOnceWhereSomethingIsOpened() throws Exception {
    assertThat(rehearseWhile(_ -> false).filled()).isEmpty();
  }
}
