package dev.zonewright.ui.review.access;

import dev.zonewright.kube.access.chain.Hop;
import dev.zonewright.ui.Widgets;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a hop is, on the line that leads from the one before to the one after. */
final class HopSign extends StackPane {
  /**
   * Builds the sign.
   *
   * @param tone style class of the sign; empty for the usual one
   * @param stopped whether the chain is stopped
   * @param at which hop of the chain, from 0
   * @param of how many hops there are
   */
  HopSign(Feather icon, String tone, boolean stopped, int at, int of) {
    Region above = part(at > 0);
    Region below = part(at < of - 1);
    VBox line = new VBox(above, below);
    line.getStyleClass().add("hop-line");
    if (stopped) {
      line.getStyleClass().add("stopped");
    }
    StackPane sign = new StackPane(Widgets.icon(icon));
    sign.getStyleClass().add("hop-sign");
    if (!tone.isEmpty()) {
      sign.getStyleClass().add(tone);
    }
    getStyleClass().add("hop-column");
    getChildren().setAll(line, sign);
  }

  private static Region part(boolean drawn) {
    Region part = new Region();
    part.getStyleClass().add("hop-line-part");
    part.setVisible(drawn);
    VBox.setVgrow(part, Priority.ALWAYS);
    return part;
  }

  /** The sign of a kind of hop. */
  static Feather icon(Hop.Kind kind) {
    return switch (kind) {
      case WORKLOAD -> Feather.BOX;
      case ACCOUNT -> Feather.USER;
      case BINDING -> Feather.LINK;
      case ROLE -> Feather.FILE_TEXT;
      case ACT -> Feather.PLAY;
      case ADMISSION -> Feather.SHIELD;
      case POWER -> Feather.ALERT_TRIANGLE;
    };
  }
}
