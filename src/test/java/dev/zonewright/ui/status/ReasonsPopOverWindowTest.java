package dev.zonewright.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.preferences.Themes;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The list of reasons has the colours of the window. */
class ReasonsPopOverWindowTest extends ApplicationTest {
  private final Label owner = new Label("1 not analysed");

  @Override
  public void start(Stage stage) {
    Scene scene = new Scene(new StackPane(owner), 900, 600);
    Themes.wear(scene, new SimpleObjectProperty<>(Theme.DARK));
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void itsFrameIsAsDarkAsTheWindow() {
    ReasonsPopOver[] shown = new ReasonsPopOver[1];
    interact(() -> {
      shown[0] =
          new ReasonsPopOver(
              new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
                  .analyze(List.of(Manifest.of("a.yaml", "a: [\n")))
                  .coverage());
      shown[0].show(owner);
    });
    WaitForAsyncUtils.waitForFxEvents();
    Shape border = (Shape) shown[0].getScene().getRoot().lookup(".popover > .border");
    assertThat(border.getFill())
        .isInstanceOfSatisfying(
            Color.class, fill -> assertThat(fill.getBrightness()).isLessThan(0.3));
    interact(() -> shown[0].hide());
  }
}
