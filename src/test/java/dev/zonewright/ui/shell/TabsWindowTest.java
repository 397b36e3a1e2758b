package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.files.OpenFile;
import dev.zonewright.ui.preferences.Themes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** What the mouse does with tabs. */
class TabsWindowTest extends ApplicationTest {
  @TempDir Path folder;

  private Bench bench = new Bench(Path.of(""));

  @Override
  public void start(Stage stage) {
    bench = new Bench(folder);
    ShellView view = new ShellView(bench.model, BackgroundRunner.live(), Optional.empty());
    Scene scene = new Scene(view.root(), 1280, 800);
    Themes.wear(scene, bench.model.themeProperty());
    stage.setScene(scene);
    stage.show();
    bench.open(
        bench.write("a.yaml", Bench.DEPLOYMENT),
        bench.write("b.yaml", "kind: Pod\n"),
        bench.write("c.yaml", "kind: Pod\n"));
  }

  @Test
  void theMiddleButtonClosesAnyTabAndTheOneOnShowStays() {
    OpenFile shown = bench.active();
    clickOn(tab("b.yaml"), MouseButton.MIDDLE);
    assertThat(names()).containsExactly("a.yaml", "c.yaml");
    assertThat(bench.active()).isSameAs(shown);

    clickOn(tab("a.yaml"), MouseButton.MIDDLE);
    assertThat(names()).containsExactly("c.yaml");
    assertThat(bench.active().shortName()).isEqualTo("c.yaml");
  }

  @Test
  void withoutATabTheMiddleSaysHowToGoOn() {
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(lookup("#empty-state").query().isVisible()).isFalse();
    interact(() -> List.copyOf(bench.model.tabs().files()).forEach(bench.model.tabs()::close));
    assertThat(lookup("#empty-state").query().isVisible()).isTrue();
    assertThat(words(".empty-title")).isEqualTo("No file is on show");
    interact(() -> bench.model.files().closeAll());
    assertThat(words(".empty-title")).isEqualTo("Nothing is opened yet");
  }

  @Test
  void whereNothingCouldBeReadTheMiddleSaysWhy() {
    interact(() -> bench.model.files().closeAll());
    interact(() -> bench.open(folder.resolve("nosuch.yaml"), folder.resolve("nor-this.yaml")));
    assertThat(lookup("#empty-state").query().isVisible()).isTrue();
    assertThat(words(".empty-title")).isEqualTo("No manifest could be opened");
    assertThat(words("#empty-why"))
        .startsWith("nor-this.yaml: there is no such file")
        .contains("1 reason more.");
  }

  private String words(String label) {
    return lookup(label).queryAs(Label.class).getText();
  }

  private List<String> names() {
    return bench.model.tabs().files().stream().map(OpenFile::shortName).toList();
  }

  private Node tab(String file) {
    return lookup(".tab")
        .match((Node n) ->
            n.getProperties().get(Tab.class) instanceof Tab tab && tab.getText().equals(file))
        .query();
  }
}
