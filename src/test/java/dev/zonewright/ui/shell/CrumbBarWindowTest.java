package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.preferences.Themes;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/** The way to the caret, where there is no room for all of it. */
class CrumbBarWindowTest extends ApplicationTest {
  private static final String LONG = "-that-nobody-would-ever-type-by-hand-but-programs-do";

  @TempDir Path folder;

  private Bench bench = new Bench(Path.of(""));

  @Override
  public void start(Stage stage) {
    bench = new Bench(folder);
    bench.open(
        bench.write(
            "a.yaml",
            Bench.DEPLOYMENT
                .replace("name: api\n", "name: deployment" + LONG + "\n")
                .replace("acme", "namespace" + LONG)));
    Scene scene = new Scene(new CrumbBar(bench.model), 780, 40);
    Themes.wear(scene, bench.model.themeProperty());
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void theEndOfTheWayIsWholeBesideALongName() {
    interact(() -> bench.model.choose(bench.finding("privileged-container")));
    Label last = lookup(".last-crumb").queryAs(Label.class);
    interact(() -> last.getScene().getRoot().layout());
    assertThat(last.getText()).isEqualTo("privileged");
    assertThat(last.getWidth()).isGreaterThanOrEqualTo(Math.floor(last.prefWidth(-1)));
  }
}
