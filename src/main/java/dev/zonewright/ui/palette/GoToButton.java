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

  public GoToButton(Runnable show) {
    Widgets.named(this, "go-to", "Go to an object, file, finding or control (Ctrl+P)");
    getStyleClass().add("go-to");
    Label words = Widgets.label("Go to object, finding, control", "go-to-words");
    words.setMinWidth(0);
    HBox row =
        new HBox(
            Widgets.icon(Feather.SEARCH),
            words,
            Widgets.spacer(),
            Widgets.label("Ctrl P", "key-cap"));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("go-to-row");
    row.setPrefWidth(WIDTH);
    setGraphic(row);
    setMinWidth(0);
    setOnAction(_ -> show.run());
  }
}
