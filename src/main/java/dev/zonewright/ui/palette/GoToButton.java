package dev.zonewright.ui.palette;

import dev.zonewright.ui.Widgets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands in the toolbar for the palette: looks like the field that it opens. */
public final class GoToButton extends Button {
  private static final double WIDTH = 250;

  private final Label words = Widgets.label("Go to object, finding, control", "go-to-words");
  private final Label key = new Key();
  private final HBox row;

  public GoToButton(Runnable show) {
    Widgets.named(this, "go-to", "Go to an object, file, finding or control (Ctrl+P)");
    getStyleClass().add("go-to");
    words.setMinWidth(USE_PREF_SIZE);
    row = new HBox(Widgets.icon(Feather.SEARCH), words, Widgets.spacer(), key);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("go-to-row");
    row.setPrefWidth(WIDTH);
    setGraphic(row);
    setMinWidth(USE_PREF_SIZE);
    setOnAction(_ -> show.run());
  }

  /** How wide its words and its key are, whether they are shown or not. */
  public double wholeWidth() {
    return words.prefWidth(-1) + key.prefWidth(-1);
  }

  /** Leaves the sign, and the key where it has room, where there is none for the words. */
  public void show(boolean withWords, boolean withKey) {
    words.setVisible(withWords);
    words.setManaged(withWords);
    key.setVisible(withKey);
    key.setManaged(withKey);
    row.setPrefWidth(withWords ? Math.max(WIDTH, row.minWidth(-1)) : USE_COMPUTED_SIZE);
  }

  /** Never narrower than its words: “…” in place of a key says nothing. */
  private static final class Key extends Label {
    Key() {
      super("Ctrl P");
      getStyleClass().add("key-cap");
    }

    // the style of keys asks for the computed width, whatever is set
    @Override
    protected double computeMinWidth(double height) {
      return computePrefWidth(height);
    }
  }
}
