package dev.zonewright.ui;

import dev.zonewright.risk.ResidualLevel;
import dev.zonewright.risk.RiskChange;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Whether a risk became better or worse: an arrow and a word. */
public final class Trends {
  private Trends() {}

  /** What is not assessed on one side is neither. */
  public static Label of(RiskChange change) {
    boolean known =
        change.from() != ResidualLevel.NOT_ASSESSED && change.to() != ResidualLevel.NOT_ASSESSED;
    boolean better = change.isBetter();
    Label label =
        Widgets.label(
            !known ? "not comparable" : better ? "better" : "worse",
            "trend",
            !known ? "muted" : better ? "good-text" : "bad-text");
    if (known) {
      label.setGraphic(Widgets.icon(better ? Feather.ARROW_DOWN_RIGHT : Feather.ARROW_UP_RIGHT));
    }
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
