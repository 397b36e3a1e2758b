package dev.zonewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** A panel that folds where the room is scarce, and comes back as wide as it was. */
class SidedPaneTest {
  private static final SidedPane.Room ROOM = new SidedPane.Room(200, 500, 1000);

  private final Region panel = new Region();
  private final Region main = new Region();
  private final SidedPane pane = new SidedPane(SidedPane.Edge.RIGHT, panel, main, ROOM, 300);

  private void width(double width) {
    pane.resize(width, 400);
    pane.layout();
  }

  @Test
  void growingAgainGivesTheWidthFromBefore() {
    pane.setByHand(320);
    width(1000);
    assertThat(panel.getWidth()).isEqualTo(320);
    assertThat(main.getWidth()).isEqualTo(680);

    width(600);
    assertThat(pane.foldedProperty().get()).isTrue();
    assertThat(panel.isVisible()).isFalse();
    assertThat(main.getWidth()).isEqualTo(570);

    width(750);
    assertThat(panel.getWidth()).isEqualTo(250);
    width(1000);
    assertThat(panel.getWidth()).isEqualTo(320);
  }

  @Test
  void aPanelThatNobodySizedGrowsWithTheWindow() {
    width(1000);
    assertThat(panel.getWidth()).isEqualTo(300);
    width(1200);
    assertThat(panel.getWidth()).isEqualTo(360);
    width(3000);
    assertThat(panel.getWidth()).isEqualTo(405);
  }

  @Test
  void whereThereIsNoRoomItLiesOverTheRestUntilThereIs() {
    pane.rail(List.of("a"), a -> a, a -> a, new SimpleStringProperty("a"));
    width(600);
    pane.open();
    assertThat(panel.isVisible()).isTrue();
    assertThat(panel.getBoundsInParent().getMinX()).isGreaterThanOrEqualTo(0);
    assertThat(main.getWidth()).isEqualTo(570);

    width(1000);
    assertThat(main.getWidth()).isEqualTo(700);
    width(600);
    assertThat(pane.foldedProperty().get()).isTrue();
  }

  @Test
  void aPanelFoldedByHandStaysFolded() {
    width(1000);
    pane.toggle();
    assertThat(pane.foldedProperty().get()).isTrue();
    width(600);
    width(1000);
    assertThat(pane.foldedProperty().get()).isTrue();
    pane.toggle();
    assertThat(panel.getWidth()).isEqualTo(300);
  }
}
