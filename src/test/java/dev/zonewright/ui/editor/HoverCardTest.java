package dev.zonewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.analysis.Analyzer;
import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.catalogue.ControlCatalogue;
import dev.zonewright.control.Profile;
import dev.zonewright.kube.Manifest;
import dev.zonewright.ui.findings.EffectChip;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** The card under the mouse says the same of a finding as the table. */
class HoverCardTest extends ApplicationTest {
  private final StackPane owner = new StackPane();

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(owner, 300, 200));
    stage.show();
  }

  @Test
  void aPodOnTheHostIsNamedAsInTheTable() {
    LocatedFinding finding =
        new Analyzer(ControlCatalogue.all(), Profile.EDERA_REFERENCE)
                .analyze(
                    List.of(
                        Manifest.of(
                            "a.yaml",
                            """
                            apiVersion: v1
                            kind: Pod
                            metadata: {name: api, namespace: shop}
                            spec:
                              containers:
                                - name: api
                                  image: api
                                  securityContext: {privileged: true}
                            """)))
                .findings()
                .stream()
                .filter(f -> f.finding().control().id().equals("privileged-container"))
                .findFirst()
                .orElseThrow();
    for (boolean onHost : new boolean[] {true, false}) {
      HoverCard card = new HoverCard(_ -> onHost);
      interact(() -> card.show(owner, List.of(finding), 10, 10));
      String effect = EffectChip.of(finding.finding().control(), onHost).word();
      assertThat(lookup(".zw-chip").queryAllAs(Label.class))
          .extracting(Label::getText)
          .containsExactlyInAnyOrder(finding.finding().severity().word(), effect);
      interact(card::hide);
    }
  }
}
