package dev.zonewright.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A label whose words can be read whole in its tooltip while they are cut. */
final class WholeLabel extends Label {
  private @Nullable Tooltip own;

  WholeLabel(String text) {
    super(text);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    Tooltip now = getTooltip();
    boolean isOurs = now == null || now.equals(own);
    if (!isOurs) {
      return;
    }
    if (!isCut()) {
      own = null;
      setTooltip(null);
    } else if (now == null || !now.getText().equals(getText())) {
      own = new Tooltip(getText());
      setTooltip(own);
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
