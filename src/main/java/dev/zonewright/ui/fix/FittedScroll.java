package dev.zonewright.ui.fix;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** As large as what it holds, up to a height; from there on it scrolls. */
final class FittedScroll extends ScrollPane {
  private static final double BAR = 14;

  private final Region held;

  FittedScroll(Region held) {
    super(held);
    this.held = held;
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinWidth(USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
    // the keyboard stays with the menu
    setFocusTraversable(false);
    getStyleClass().add("zw-fitted");
  }

  /** Takes the size of what it holds, whose style is known; wrapped lines have their height. */
  void fit(double mostHeight) {
    double width = Math.min(held.maxWidth(-1), Math.max(held.minWidth(-1), held.prefWidth(-1)));
    double height = held.prefHeight(width);
    boolean scrolls = height > mostHeight;
    setPrefViewportWidth(width + (scrolls ? BAR : 0));
    setPrefViewportHeight(scrolls ? mostHeight : Math.ceil(height));
    setVbarPolicy(scrolls ? ScrollBarPolicy.ALWAYS : ScrollBarPolicy.NEVER);
  }

  /** Scrolls as little as shows a part of it whole. */
  void reveal(Node part) {
    Bounds at = part.getBoundsInParent();
    double hidden = held.getHeight() - getViewportBounds().getHeight();
    if (hidden <= 0) {
      return;
    }
    double top = getVvalue() * hidden;
    double bottom = top + getViewportBounds().getHeight();
    if (at.getMinY() < top) {
      setVvalue(at.getMinY() / hidden);
    } else if (at.getMaxY() > bottom) {
      setVvalue((at.getMaxY() - getViewportBounds().getHeight()) / hidden);
    }
  }
}
