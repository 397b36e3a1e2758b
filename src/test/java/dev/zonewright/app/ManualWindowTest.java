package dev.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.shell.Bench;
import dev.zonewright.ui.shell.ShellModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A person who reads the manual from the menu, with no browser and no network. */
class ManualWindowTest extends ApplicationTest {
  private ShellModel model = new Bench(Path.of("")).model();
  private Optional<Stage> window = Optional.empty();

  @Override
  public void start(Stage stage) {
    model = Window.show(stage, BackgroundRunner.live());
    window = Optional.of(stage);
  }

  @Test
  void theMenuOpensTheManualWithItsPicturesAndEscapeClosesIt() throws Exception {
    MenuButton menu = lookup("#menu").queryAs(MenuButton.class);
    MenuItem manual =
        menu.getItems().stream()
            .flatMap(group -> ((Menu) group).getItems().stream())
            .filter(i -> "menu-manual".equals(i.getId()))
            .findFirst()
            .orElseThrow();
    interact(manual::fire);

    ListView<?> contents = lookup("#manual-contents").queryAs(ListView.class);
    assertThat(contents.getItems()).extracting(Object::toString).contains("Fixing", "Keys");
    assertThat(contents.isFocused()).isTrue();
    for (ImageView picture : lookup(".manual-body .image-view").queryAllAs(ImageView.class)) {
      WaitForAsyncUtils.waitFor(
          20,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.asyncFx(() -> picture.getImage().getProgress() == 1).get());
      assertThat(picture.getImage().isError()).isFalse();
      assertThat(picture.getAccessibleText()).isNotBlank();
    }
    assertThat(lookup(".manual-body .image-view").<Node>queryAll()).hasSizeGreaterThan(4);
    assertThat(lookup(".help-table").queryAllAs(GridPane.class))
        .allSatisfy(t -> assertThat(t.getColumnCount()).isEqualTo(2));

    ImageView first = lookup(".manual-body .image-view").query();
    assertThat(first.getImage().getUrl()).endsWith("-light.png");
    interact(() -> model.themeProperty().set(Theme.DARK));
    assertThat(lookup("#manual").query().getStyleClass())
        .contains("zw-dark")
        .doesNotContain("zw-light");
    assertThat(first.getImage().getUrl()).endsWith("-dark.png");
    interact(() -> model.themeProperty().set(Theme.LIGHT));

    ScrollPane text = lookup("#manual-text").queryAs(ScrollPane.class);
    assertThat(text.getVvalue()).isZero();
    interact(() -> contents.getSelectionModel().select(contents.getItems().size() - 1));
    assertThat(text.getVvalue()).isPositive();
    push(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(lookup("#manual").tryQuery()).isEmpty();
  }

  @AfterEach
  void close() {
    interact(() -> window.orElseThrow().hide());
  }
}
