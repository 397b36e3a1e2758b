package dev.zonewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** What changes on an island lays out the island, and nothing around it. */
class IslandTest extends ApplicationTest {
  private final Region inner = new Region();
  private final HBox part = new HBox(inner);
  private final Around around = new Around(new Island(part));

  /** Counts how often it is laid out. */
  private static final class Around extends StackPane {
    private int layouts;

    Around(Island island) {
      super(island);
    }

    @Override
    protected void layoutChildren() {
      layouts++;
      super.layoutChildren();
    }
  }

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(around, 400, 300));
    stage.show();
  }

  @Test
  void aChangeInsideIsLaidOutInsideOnly() {
    interact(() -> {
      around.layout();
      int before = around.layouts;
      inner.setPrefWidth(120);
      around.layout();
      assertThat(inner.getWidth()).isEqualTo(120);
      assertThat(around.layouts).isEqualTo(before);
    });
  }

  @Test
  void thePartFillsItAndIsAskedHowLargeItWantsToBe() {
    interact(() -> {
      // the window may have the size that it had in a test before
      assertThat(part.getWidth()).isEqualTo(around.getWidth()).isPositive();
      assertThat(part.getHeight()).isEqualTo(around.getHeight()).isPositive();
      Island island = (Island) around.getChildren().getFirst();
      part.setMinSize(30, 20);
      part.setPrefSize(50, 40);
      island.requestLayout();
      assertThat(island.minWidth(-1)).isEqualTo(30);
      assertThat(island.minHeight(-1)).isEqualTo(20);
      assertThat(island.prefWidth(-1)).isEqualTo(50);
      assertThat(island.prefHeight(-1)).isEqualTo(40);
    });
  }
}
