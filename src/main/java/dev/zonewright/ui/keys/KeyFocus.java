package dev.zonewright.ui.keys;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/**
 * Gives the keyboard to a node because of a key. It shows where it is, as after Tab: JavaFX shows
 * the focus of buttons only where Tab or an arrow brought it.
 */
public final class KeyFocus {
  private static final PseudoClass VISIBLE = PseudoClass.getPseudoClass("focus-visible");

  private KeyFocus() {}

  public static void give(Node node) {
    node.requestFocus();
    if (!node.isFocused()) {
      return;
    }
    node.pseudoClassStateChanged(VISIBLE, true);
    node.focusedProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Boolean> focused, Boolean before, Boolean now) {
                node.focusedProperty().removeListener(this);
                node.pseudoClassStateChanged(VISIBLE, false);
              }
            });
  }
}
