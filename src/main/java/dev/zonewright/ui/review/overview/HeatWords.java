package dev.zonewright.ui.review.overview;

import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import dev.zonewright.ui.LevelIcon;
import dev.zonewright.ui.Trends;
import dev.zonewright.ui.Widgets;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * The words of a cell. Where they have no room they go whole, never cut: first what decided the
 * level, then the word of the trend, then that of the level. The mark and the arrow stay.
 */
final class HeatWords extends HBox {
  private static final double GAP = 6;

  private final String decides;
  private final String whole;
  private final Node icon;
  private final Label level;
  private final Label deciding;
  private final Optional<Label> trend;
  private double fitted = -1;

  /**
   * The words of a level.
   *
   * @param decides what decided it
   * @param whole the same with what is accepted, shown where there is room for it
   */
  HeatWords(ResidualLevel of, String decides, String whole, Optional<RiskChange> moved) {
    super(GAP);
    this.decides = decides;
    this.whole = whole;
    icon = LevelIcon.of(of);
    level = Widgets.label(HeatTable.word(of), "heat-level");
    deciding = Widgets.label(whole, "muted");
    trend = moved.map(Trends::of);
    level.setMinWidth(USE_PREF_SIZE);
    deciding.setMinWidth(USE_PREF_SIZE);
    setMinWidth(0);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(icon, level, deciding);
    trend.ifPresent(t -> getChildren().addAll(Widgets.spacer(), t));
  }

  /** Leaves what there is room for. */
  void fit(double room) {
    if (room <= 0 || room == fitted) {
      return;
    }
    fitted = room;
    trend.ifPresent(t -> t.setContentDisplay(ContentDisplay.LEFT));
    deciding.setText(whole);
    if (needs(true, true) > room) {
      deciding.setText(decides);
    }
    boolean all = needs(true, true) <= room;
    if (!all) {
      trend
          .filter(t -> t.getGraphic() != null && needs(true, false) > room)
          .ifPresent(t -> t.setContentDisplay(ContentDisplay.GRAPHIC_ONLY));
    }
    show(deciding, all);
    show(level, needs(true, false) <= room);
  }

  private double needs(boolean withLevel, boolean withDeciding) {
    double width = icon.prefWidth(-1);
    if (withLevel) {
      width += GAP + level.prefWidth(-1);
    }
    if (withDeciding && !deciding.getText().isEmpty()) {
      width += GAP + deciding.prefWidth(-1);
    }
    // the spacer before it has a gap of its own on either side
    return width + trend.map(t -> 2 * GAP + t.prefWidth(-1)).orElse(0.0);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
