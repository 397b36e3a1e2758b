package dev.zonewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.ui.BackgroundRunner;
import dev.zonewright.workspace.ManifestStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** The bar at the top of a window that has no room for all of it. */
class ToolbarWindowTest extends ApplicationTest {
  @Override
  public void start(Stage stage) {
    BackgroundRunner runner = BackgroundRunner.live();
    Profile profile = Profile.EDERA_REFERENCE;
    Analyzer analyzer = new Analyzer(ControlCatalogue.all(), profile);
    ShellModel model = new ShellModel(runner, new ManifestStore(), analyzer, profile);
    stage.setScene(new Scene(new ShellView(model, runner, Optional.empty()).root(), 900, 600));
    // the stage is that of earlier tests, and as large as they left it
    stage.setMaximized(false);
    stage.setWidth(900);
    stage.setHeight(600);
    stage.show();
  }

  @Test
  void whatFitsIsTriedOnlyWhenThereIsMoreOrLessRoom() {
    Node words = lookup(".go-to-words").query();
    Parent root = words.getScene().getRoot();
    List<Boolean> seen = new ArrayList<>();
    interact(root::layout);
    assertThat(words.isVisible()).isFalse();

    interact(() -> {
      words.visibleProperty().addListener((_, _, now) -> seen.add(now));
      lookup(".top-bar").<Parent>query().requestLayout();
      root.layout();
    });
    assertThat(seen).isEmpty();

    interact(() -> words.getScene().getWindow().setWidth(1600));
    interact(root::layout);
    assertThat(words.isVisible()).isTrue();
  }

  @Test
  void keysThatHaveABorderDoNotTouch() {
    Node save = lookup("#save").query();
    interact(() -> save.getScene().getRoot().layout());

    assertThat(lookup("#save-all").<Node>query().getBoundsInParent().getMinX())
        .isGreaterThan(save.getBoundsInParent().getMaxX());
  }
}
