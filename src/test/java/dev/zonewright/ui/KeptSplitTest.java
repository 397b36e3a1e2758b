package dev.zonewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** Two parts keep their share of the height, and none lies over what is above. */
class KeptSplitTest extends ApplicationTest {
  private final Region upper = new Region();
  private final Region lower = new Region();
  private Optional<KeptSplit> shown = Optional.empty();

  @Override
  public void start(Stage stage) {
    upper.setPrefHeight(500);
    KeptSplit split = new KeptSplit(upper, lower, 0.6);
    shown = Optional.of(split);
    stage.setScene(new Scene(split, 400, 600));
    stage.show();
  }

  @Test
  void theShareOutlivesEveryHeight() {
    KeptSplit split = shown.orElseThrow();
    for (double height : new double[] {600, 240, 120, 500, 700}) {
      interact(() -> {
        split.resize(400, height);
        split.layout();
        assertThat(split.getDividerPositions()[0]).isEqualTo(0.6, Offset.offset(0.02));
        assertThat(upper.getHeight() / height).isEqualTo(0.6, Offset.offset(0.05));
        assertThat(upper.localToScene(upper.getLayoutBounds()).getMinY()).isNotNegative();
      });
    }
  }
}
