package dev.zonewright.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** A label whose words can be read whole in its tooltip while they are cut. */
final class WholeLabel extends Label {
  private String own = "";

  WholeLabel(String text) {
    super(text);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    boolean isOurs = getTooltip() == null && Tip.words(this).equals(own);
    if (isOurs) {
      own = isCut() ? getText() : "";
      Tip.set(this, own);
    }
  }

  private boolean isCut() {
    for (Node child : getChildrenUnmodifiable()) {
      if (child instanceof Text shown && !shown.getText().equals(getText())) {
        return shown.getText().contains(getEllipsisString());
      }
    }
    return false;
  }
}
