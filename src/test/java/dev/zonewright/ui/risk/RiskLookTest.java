package dev.zonewright.ui.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.risk.ResidualRisk;
import dev.zonewright.ui.preferences.Theme;
import dev.zonewright.ui.preferences.Themes;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** The panel has the same measures in every theme. */
class RiskLookTest extends ApplicationTest {
  private static final String TEXT =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec: {containers: [{name: api, image: 'registry.example/api:1'}]}
      """;

  private final SimpleObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);

  @Override
  public void start(Stage stage) {
    RiskModel model = new RiskModel();
    Scene scene = new Scene(new RiskPane(model, _ -> {}), 420, 700);
    Themes.wear(scene, theme);
    stage.setScene(scene);
    stage.show();
    model.show(
        ResidualRisk.of(
            new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
                .analyze(List.of(Manifest.of("a.yaml", TEXT)))));
  }

  private Bounds verdict() {
    Node verdict = lookup("#risk-verdict").query();
    interact(() -> {
      verdict.getScene().getRoot().applyCss();
      verdict.getScene().getRoot().layout();
    });
    return verdict.localToScene(verdict.getLayoutBounds());
  }

  @Test
  void theVerdictStandsAtTheSamePlaceInEveryTheme() {
    Bounds light = verdict();
    for (Theme other : Theme.values()) {
      interact(() -> theme.set(other));
      assertThat(verdict().getMinX()).as("%s", other).isCloseTo(light.getMinX(), within(1.0));
      assertThat(verdict().getMinY()).as("%s", other).isCloseTo(light.getMinY(), within(1.0));
      assertThat(verdict().getWidth()).as("%s", other).isCloseTo(light.getWidth(), within(2.0));
    }
  }
}
