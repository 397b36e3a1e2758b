package dev.zonewright.ui.keys;

import dev.zonewright.ui.Dialogs;
import dev.zonewright.ui.Widgets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** All keys at a glance, by group. */
public final class KeysSheet extends Dialog<ButtonType> {
  private static final int WIDTH = 780;
  private static final int HEIGHT = 520;
  private static final double COLUMN = 350;
  private static final double CAPS = 130;
  private static final double GAP = 16;

  /** A sheet over a window; entries of one group stand together, in the order of their first. */
  public KeysSheet(Window owner, List<KeyEntry> entries) {
    Dialogs.dress(this, owner);
    setTitle("Keyboard shortcuts");
    setResizable(true);
    getDialogPane().setId("keys-sheet");
    getDialogPane().setHeaderText("Keyboard shortcuts");
    Map<String, List<KeyEntry>> groups = new LinkedHashMap<>();
    entries.forEach(e -> groups.computeIfAbsent(e.group(), _ -> new ArrayList<>()).add(e));
    VBox left = new VBox(GAP);
    VBox right = new VBox(GAP);
    // the longest group is about as long as all others together
    int longest = groups.values().stream().mapToInt(List::size).max().orElse(0);
    groups.forEach((title, keys) ->
        (keys.size() == longest ? right : left).getChildren().add(group(title, keys)));
    HBox columns = new HBox(24, left, right);
    columns.getStyleClass().add("keys-columns");
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportWidth(WIDTH);
    scroll.setPrefViewportHeight(HEIGHT);
    getDialogPane().setContent(scroll);
    getDialogPane()
        .getButtonTypes()
        .add(new ButtonType("Close", ButtonBar.ButtonData.CANCEL_CLOSE));
  }

  private static Node group(String title, List<KeyEntry> entries) {
    GridPane grid = new GridPane(12, 6);
    int row = 0;
    for (KeyEntry entry : entries) {
      HBox caps = new HBox(4);
      caps.setAlignment(Pos.CENTER_LEFT);
      entry.keys().forEach(k -> caps.getChildren().add(Widgets.label(k, "key-cap")));
      Label does = new Label(entry.does());
      does.setWrapText(true);
      grid.addRow(row++, caps, does);
      caps.setMinWidth(CAPS);
    }
    VBox group = new VBox(6, Widgets.label(title, "keys-group"), grid);
    group.setPrefWidth(COLUMN);
    return group;
  }
}
