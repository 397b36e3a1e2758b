package dev.zonewright.ui.status;

import dev.zonewright.analysis.Coverage;
import dev.zonewright.analysis.CoverageItem;
import dev.zonewright.text.FileNames;
import dev.zonewright.ui.Counts;
import dev.zonewright.ui.Widgets;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands in the middle while something is opened and no file is on show: why, and how on. */
public final class NoTextState extends VBox {
  private static final int WIDTH = 500;

  private final Label title = Widgets.label("", "empty-title");
  private final Label how = Widgets.label("", "muted");

  /** Follows what could be read. */
  public NoTextState(StatusModel model) {
    setId("no-text-state");
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    // what lies below it, as the edge of a panel, is still to be had by the mouse
    setPickOnBounds(false);
    title.setId("no-text-title");
    title.setWrapText(true);
    how.setId("no-text-how");
    how.setWrapText(true);
    how.setMaxWidth(WIDTH);
    getChildren().setAll(title, how);
    model.coverageProperty().subscribe(this::show);
  }

  private void show(Coverage now) {
    List<CoverageItem> missed = now.missed();
    boolean nothing = !missed.isEmpty() && now.analysed() == 0;
    title.setText(nothing ? "Nothing could be read" : "No file is shown");
    how.setText(
        nothing ? reasons(missed) : "Choose a file in the tree, or press Ctrl+P to go to one.");
  }

  private static String reasons(List<CoverageItem> missed) {
    CoverageItem first = missed.getFirst();
    String why = Widgets.shown(FileNames.last(first.file())) + ": " + Widgets.shown(first.reason());
    int more = missed.size() - 1;
    return more == 0
        ? why
        : "%s\nThe status line lists %s more."
            .formatted(why, Counts.say(more, "reason", "reasons"));
  }
}
