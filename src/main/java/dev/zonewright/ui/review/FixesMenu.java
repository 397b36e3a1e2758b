package dev.zonewright.ui.review;

import dev.zonewright.ui.fix.FixOffer;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/** Shows fixes with what they change, over a page of the review. */
@FunctionalInterface
public interface FixesMenu {
  /**
   * Shows them near a place.
   *
   * @param offers for findings of one file, the preferred first; where there are none, that is said
   * @param owner what stays in sight while the menu is open
   * @param near on the screen
   */
  void show(List<FixOffer> offers, Node owner, Bounds near);
}
