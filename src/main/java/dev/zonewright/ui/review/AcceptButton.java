package dev.zonewright.ui.review;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.Tip;
import dev.zonewright.ui.Widgets;
import javafx.scene.control.Button;

/** Puts the finding that an answer rests on on record, in place of fixing it. */
public final class AcceptButton extends Button {
  /**
   * A button.
   *
   * @param finding that is accepted
   * @param menu asks for all that it takes
   */
  public AcceptButton(LocatedFinding finding, String id, FixesMenu menu) {
    super("Accept risk…");
    setId(id);
    String what = finding.finding().control().title() + " · " + finding.finding().objectLabel();
    setAccessibleText(Widgets.shown("Accept risk of " + what));
    Tip.set(this, "Records that someone accepts it: " + what + " (Alt+Shift+Enter)");
    getStyleClass().addAll("line-button", "hop-button");
    setMinWidth(USE_PREF_SIZE);
    setOnAction(_ -> menu.accept(finding));
  }
}
