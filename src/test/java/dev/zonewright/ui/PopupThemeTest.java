package dev.zonewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.preferences.Themes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.stage.Popup;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** A pop-up finds its colours each time it is shown; what misses one is told on the terminal. */
class PopupThemeTest extends ApplicationTest {
  private static final Logger STYLES = Logger.getLogger("javafx.css");

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          told.add(entry.getMessage());
        }

        @Override
        public void flush() {
          // nothing is held back
        }

        @Override
        public void close() {
          // nothing is open
        }
      };

  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
  private final StackPane owner = new StackPane();
  private final VBox card = new VBox();
  // a pop-up needs the toolkit, which runs when the window starts
  private Optional<Popup> shown = Optional.empty();

  @Override
  public void start(Stage stage) {
    Scene scene = new Scene(owner, 400, 300);
    Themes.wear(scene, theme);
    stage.setScene(scene);
    stage.show();
    card.getStyleClass().add("zw-card");
    Popup popup = new Popup();
    popup.getContent().add(card);
    shown = Optional.of(popup);
  }

  @BeforeEach
  void listen() {
    STYLES.addHandler(listener);
  }

  @AfterEach
  void listenNoMore() {
    STYLES.removeHandler(listener);
  }

  @Test
  void aPopUpThatIsMeasuredBeforeItShowsAgainHasItsColours() {
    for (int time = 0; time < 3; time++) {
      interact(this::measureAndShow);
      interact(popup()::hide);
    }
    assertThat(told).isEmpty();
  }

  @Test
  void aPopUpTakesTheThemeThatTheWindowHasWhenItShows() {
    interact(this::measureAndShow);
    interact(popup()::hide);
    interact(() -> theme.set(Theme.DARK));
    interact(this::measureAndShow);
    assertThat(card.getScene().getRoot().getStyleClass())
        .contains("zw-dark")
        .doesNotContain("zw-light")
        .doesNotHaveDuplicates();
    interact(popup()::hide);
    assertThat(told).isEmpty();
  }

  /** Without transparent windows, what no card covers would be white in each theme. */
  @Test
  void aPopUpThatCannotBeTransparentHasTheColourOfItsTheme() {
    interact(() -> theme.set(Theme.DARK));
    interact(this::measureAndShow);
    Region root = (Region) card.getScene().getRoot();
    interact(() -> root.getStyleClass().removeAll("zw-opaque"));
    interact(root::applyCss);
    assertThat(fill(root)).isEqualTo(Color.TRANSPARENT);
    interact(() -> root.getStyleClass().add("zw-opaque"));
    interact(root::applyCss);
    assertThat(fill(root)).isEqualTo(fill(card));
    interact(popup()::hide);
  }

  /** The toolkit makes menus itself: without a compositor, their shadow stood in a white frame. */
  @Test
  void aMenuThatCannotBeTransparentHasNoShadow() {
    ContextMenu[] menu = new ContextMenu[1];
    interact(() -> {
      owner.getStyleClass().remove("zw-opaque");
      menu[0] = new ContextMenu(new MenuItem("Copy"));
      menu[0].show(owner, 10, 10);
    });
    assertThat(menu[0].getSkin().getNode().getEffect()).isNotNull();
    interact(menu[0]::hide);
    interact(() -> theme.set(Theme.DARK));
    assertThat(owner.getStyleClass()).contains("zw-opaque");
    interact(() -> menu[0].show(owner, 10, 10));
    assertThat(menu[0].getSkin().getNode().getEffect()).isNull();
    interact(menu[0]::hide);
  }

  private static Paint fill(Region region) {
    return region.getBackground().getFills().getLast().getFill();
  }

  private void measureAndShow() {
    card.getChildren().setAll(new Label("fix"), new Label("undo"));
    PopupTheme.like(owner, card);
    card.applyCss();
    popup().show(owner, 10, 10);
  }

  private Popup popup() {
    return shown.orElseThrow();
  }
}
