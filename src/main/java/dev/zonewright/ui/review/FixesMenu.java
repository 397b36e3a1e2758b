package dev.zonewright.ui.review;

import dev.zonewright.analysis.LocatedFinding;
import dev.zonewright.ui.fix.FixOffer;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/** What can be done about an answer, over a page of the review that shows it. */
public interface FixesMenu {
  /**
   * Shows them near a place.
   *
   * @param offers for findings of one file, the preferred first; where there are none, that is said
   * @param owner what stays in sight while the menu is open
   * @param near on the screen
   */
  void show(List<FixOffer> offers, Node owner, Bounds near);

  /** Asks for all that it takes to bear a finding in place of fixing it. */
  void accept(LocatedFinding finding);
}
